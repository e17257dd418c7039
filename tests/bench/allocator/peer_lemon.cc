// LEMON's network simplex on a DIMACS problem, beside bench-plan and with the same words:
//   peer_lemon FILE.min [ROUNDS]    objective N cpu_ms X    the least of the rounds, without reading
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <utility>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

using Graph = lemon::StaticDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, std::int64_t>;

struct Problem {
    int nodes = 0;
    std::vector<std::pair<int, int>> ends;
    std::vector<std::int64_t> room, cost, supply;
};

static bool
read(const char *path, Problem &problem)
{
    std::FILE *file = std::fopen(path, "r");
    char line[256];
    if (!file)
        return false;
    while (std::fgets(line, sizeof line, file)) {
        long long a, b, low, room, cost;
        if (std::sscanf(line, "p min %lld %lld", &a, &b) == 2) {
            problem.nodes = static_cast<int>(a);
            problem.supply.assign(a, 0);
        } else if (std::sscanf(line, "n %lld %lld", &a, &b) == 2) {
            problem.supply[a - 1] = b;
        } else if (std::sscanf(line, "a %lld %lld %lld %lld %lld", &a, &b, &low, &room, &cost) ==
                   5) {
            problem.ends.emplace_back(static_cast<int>(a - 1), static_cast<int>(b - 1));
            problem.room.push_back(room);
            problem.cost.push_back(cost);
        }
    }
    std::fclose(file);
    return true;
}

static double
peak_mb()
{
    std::FILE *status = std::fopen("/proc/self/status", "r");
    char line[128];
    long kb = 0;
    while (status && std::fgets(line, sizeof line, status))
        if (std::sscanf(line, "VmHWM: %ld", &kb) == 1)
            break;
    if (status)
        std::fclose(status);
    return static_cast<double>(kb) / 1024;
}

static double
cpu()
{
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

int
main(int argc, char **argv)
{
    Problem problem;
    int rounds = argc > 2 ? std::max(std::atoi(argv[2]), 1) : 1;
    double least = 1e300;
    std::int64_t objective = 0;
    if (argc < 2 || !read(argv[1], problem))
        return 2;
    std::vector<int> order(problem.ends.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return problem.ends[a].first < problem.ends[b].first; });
    std::vector<std::pair<int, int>> ends;
    for (int a : order)
        ends.push_back(problem.ends[a]);
    Graph graph;
    graph.build(problem.nodes, ends.begin(), ends.end());
    Graph::ArcMap<int> room(graph);
    Graph::ArcMap<std::int64_t> cost(graph);
    Graph::NodeMap<int> supply(graph);
    for (std::size_t i = 0; i < order.size(); i++) {
        room[graph.arc(static_cast<int>(i))] = static_cast<int>(problem.room[order[i]]);
        cost[graph.arc(static_cast<int>(i))] = problem.cost[order[i]];
    }
    for (int v = 0; v < problem.nodes; v++)
        supply[graph.node(v)] = static_cast<int>(problem.supply[v]);
    for (int i = 0; i < rounds; i++) {
        double start = cpu();
        Simplex simplex(graph);
        simplex.upperMap(room).costMap(cost).supplyMap(supply);
        if (simplex.run() != Simplex::OPTIMAL)
            return 1;
        least = std::min(least, cpu() - start);
        objective = simplex.totalCost<std::int64_t>();
    }
    std::printf("objective %lld cpu_ms %.3f peak_mb %.1f\n", static_cast<long long>(objective),
                least, peak_mb());
    return 0;
}
