#include "web/tls.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include "base/words.h"

#define DAY_S (24 * 3600)
#define VALID_S (800 * DAY_S) /* browsers turn down what is good for more than 825 days */
#define LEFT_S (30 * DAY_S)
#define SERIAL 16

static bool
fail(int code, GError **error)
{
    return err_set(error, ERR_BROKEN, _("the certificate can't be made: %s"),
                   gnutls_strerror(code));
}

/* -------------------------------------------------------------------------------- what is there */

static bool
load(const char *path, gnutls_x509_crt_t certificate)
{
    g_autofree char *text = NULL;
    gsize size;
    gnutls_datum_t pem;

    if (!g_file_get_contents(path, &text, &size, NULL))
        return false;
    pem = (gnutls_datum_t){(unsigned char *)text, (unsigned)size};
    return gnutls_x509_crt_import(certificate, &pem, GNUTLS_X509_FMT_PEM) == GNUTLS_E_SUCCESS;
}

/* Whether a certificate is good for all hosts and for some time to come. */
static bool
is_good(const char *path, const char *const *hosts, int64_t now)
{
    gnutls_x509_crt_t certificate;
    bool good;

    gnutls_x509_crt_init(&certificate);
    good = load(path, certificate) &&
           gnutls_x509_crt_get_expiration_time(certificate) > now / 1000 + LEFT_S;
    for (; good && *hosts != NULL; hosts++)
        good = gnutls_x509_crt_check_hostname(certificate, *hosts) != 0;
    gnutls_x509_crt_deinit(certificate);
    return good;
}

/* --------------------------------------------------------------------------------------- making */

/* RFC 5280, 4.2.1.6: an address is its bytes, a name is text. */
static int
add_host(gnutls_x509_crt_t certificate, const char *host)
{
    unsigned char bytes[16];
    unsigned size = inet_pton(AF_INET, host, bytes) == 1    ? 4
                    : inet_pton(AF_INET6, host, bytes) == 1 ? 16
                                                            : 0;

    if (size > 0)
        return gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS, bytes, size,
                                                    GNUTLS_FSAN_APPEND);
    return gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_DNSNAME, host,
                                                (unsigned)strlen(host), GNUTLS_FSAN_APPEND);
}

static int
describe(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key, const char *const *hosts,
         int64_t now, const uint8_t serial[SERIAL])
{
    uint8_t positive[SERIAL];
    int code;

    memcpy(positive, serial, sizeof(positive));
    positive[0] = (uint8_t)((positive[0] & 0x7f) | 0x40); /* RFC 5280, 4.1.2.2 */
    if ((code = gnutls_x509_crt_set_version(certificate, 3)) < 0 ||
        (code = gnutls_x509_crt_set_serial(certificate, positive, sizeof(positive))) < 0 ||
        (code = gnutls_x509_crt_set_activation_time(certificate, now / 1000 - DAY_S)) < 0 ||
        (code = gnutls_x509_crt_set_expiration_time(certificate, now / 1000 + VALID_S)) < 0 ||
        (code = gnutls_x509_crt_set_dn_by_oid(certificate, GNUTLS_OID_X520_COMMON_NAME, 0, hosts[0],
                                              (unsigned)strlen(hosts[0]))) < 0 ||
        (code = gnutls_x509_crt_set_key_usage(certificate, GNUTLS_KEY_DIGITAL_SIGNATURE)) < 0 ||
        (code = gnutls_x509_crt_set_basic_constraints(certificate, 0, -1)) < 0 ||
        (code = gnutls_x509_crt_set_key_purpose_oid(certificate, GNUTLS_KP_TLS_WWW_SERVER, 0)) <
            0 ||
        (code = gnutls_x509_crt_set_key(certificate, key)) < 0)
        return code;
    for (; code >= 0 && *hosts != NULL; hosts++)
        code = add_host(certificate, *hosts);
    return code < 0 ? code
                    : gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0);
}

static bool
write_file(const char *path, const gnutls_datum_t *pem, GError **error)
{
    g_autoptr(GError) why = NULL;

    return g_file_set_contents_full(path, (const char *)pem->data, pem->size,
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600, &why) ||
           err_set(error, err_kind_of_file(why), _("%s can't be written: %s"), path, err_file(why));
}

static bool
write_pair(gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key, const char *certificate_path,
           const char *key_path, GError **error)
{
    gnutls_datum_t certificate_pem = {NULL, 0}, key_pem = {NULL, 0};
    int code = gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &certificate_pem);
    bool ok;

    if (code >= 0)
        code = gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &key_pem);
    ok = (code >= 0 || fail(code, error)) && write_file(key_path, &key_pem, error) &&
         write_file(certificate_path, &certificate_pem, error);
    gnutls_free(certificate_pem.data);
    gnutls_free(key_pem.data);
    return ok;
}

static bool
make(const char *certificate_path, const char *key_path, const char *const *hosts, int64_t now,
     const uint8_t serial[SERIAL], GError **error)
{
    gnutls_x509_crt_t certificate;
    gnutls_x509_privkey_t key;
    int code;
    bool ok;

    gnutls_x509_crt_init(&certificate);
    gnutls_x509_privkey_init(&key);
    code = gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA,
                                        GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0);
    if (code >= 0)
        code = describe(certificate, key, hosts, now, serial);
    ok = (code >= 0 || fail(code, error)) &&
         write_pair(certificate, key, certificate_path, key_path, error);
    gnutls_x509_privkey_deinit(key);
    gnutls_x509_crt_deinit(certificate);
    return ok;
}

bool
tls_pair(const char *folder, const char *const *hosts, int64_t now, const uint8_t serial[SERIAL],
         char **certificate, char **key, GError **error)
{
    *certificate = g_build_filename(folder, "medbox-cert.pem", NULL);
    *key = g_build_filename(folder, "medbox-key.pem", NULL);
    if (g_file_test(*key, G_FILE_TEST_EXISTS) && is_good(*certificate, hosts, now))
        return true;
    if (g_mkdir_with_parents(folder, 0700) != 0)
        return err_set(error, err_kind_of_system(errno), _("the folder %s can't be made: %s"),
                       folder, err_system(errno));
    return make(*certificate, *key, hosts, now, serial, error);
}

char *
tls_fingerprint(const char *path, GError **error)
{
    gnutls_x509_crt_t certificate;
    unsigned char hash[32];
    size_t size = sizeof(hash);
    GString *text = g_string_new(NULL);
    bool ok;

    gnutls_x509_crt_init(&certificate);
    ok = load(path, certificate) &&
         gnutls_x509_crt_get_fingerprint(certificate, GNUTLS_DIG_SHA256, hash, &size) >= 0;
    gnutls_x509_crt_deinit(certificate);
    for (size_t i = 0; ok && i < size; i++)
        g_string_append_printf(text, "%s%02X", i > 0 ? ":" : "", hash[i]);
    if (ok)
        return g_string_free(text, FALSE);
    g_string_free(text, TRUE);
    err_set(error, ERR_INPUT, _("%s is no certificate in PEM"), path);
    return NULL;
}
