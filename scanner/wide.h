#ifndef SCANNER_WIDE_H
#define SCANNER_WIDE_H

/*
 * Loops over pixels that are compiled twice: WIDE functions run with 32-byte registers where the
 * processor has them (AVX2), which the loader finds out. Both give the same results to the bit:
 * there is no fused multiplication in either. Checkers get the plain one, as they watch the loader too.
 */

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) &&       \
    defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define WIDE __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define WIDE
#endif

#endif
