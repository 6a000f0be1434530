package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.postgres.Sql;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/// Machines in the database: a handful of statements a batch, whatever its size.
@ApplicationScoped
public class MachineStore {
    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";
    private static final String COLUMNS = "select name, cluster, hardware_id, timeline from machine where fleet = $1";
    private static final String BY_NAMES = COLUMNS + " and name = any($2) order by name";
    private static final String BY_HARDWARE = COLUMNS + " and hardware_id = any($2)";
    private static final String PAGE = COLUMNS + " and name > $2 order by name limit $3";
    private static final String SOME = COLUMNS
            + " and name > $2 and timeline = any($4) and ($5::text is null or cluster = $5) order by name limit $3";
    private static final String TIMELINES = """
            select t.id, t.since, (select array_agg(f.facts::text order by part.place)
                                   from unnest(t.facts) with ordinality part(id, place)
                                   join fact_set f on f.fleet = t.fleet and f.id = part.id)
            from timeline t where t.fleet = $1""";
    private static final String TIMELINES_BY_ID = TIMELINES + " and t.id = any($2)";
    private static final String COUNTS =
            "select timeline, count(*) from machine where fleet = $1 group by timeline order by timeline";
    private static final String CLUSTERS = """
            select cluster, timeline, count(*) from machine
            where fleet = $1 and cluster in (select distinct cluster from machine
                                             where fleet = $1 and cluster > $2 order by cluster limit $3)
            group by cluster, timeline order by cluster, timeline""";
    private static final String SAVE_FACTS = """
            insert into fact_set (fleet, id, facts)
            select $1, u.id, u.facts::jsonb from unnest($2::uuid[], $3::text[]) u(id, facts)
            on conflict do nothing""";
    private static final String SAVE_TIMELINES = """
            insert into timeline (fleet, id, since, facts)
            select $1, u.id, u.since::timestamptz[], u.facts::uuid[]
            from unnest($2::uuid[], $3::text[], $4::text[]) u(id, since, facts)
            on conflict do nothing""";
    private static final String SAVE_MACHINES = """
            insert into machine (fleet, name, cluster, hardware_id, timeline)
            select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[])
            on conflict (fleet, name) do update
            set cluster = excluded.cluster, hardware_id = excluded.hardware_id, timeline = excluded.timeline""";

    private final Pool pool;

    MachineStore(Pool pool) {
        this.pool = pool;
    }

    /// Everything inside sees and writes one consistent state, and is acknowledged after commit.
    public <T> Uni<T> inTransaction(Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(work::apply);
    }

    /// Everything inside reads one state, whatever is written meanwhile: a machine and its timeline are two reads.
    public <T> Uni<T> snapshot(Function<SqlClient, Uni<T>> work) {
        return pool.withTransaction(client -> client.query(SNAPSHOT).execute().flatMap(_ -> work.apply(client)));
    }

    public Uni<List<Machine>> find(SqlClient client, FleetId fleet, Collection<MachineId> names) {
        return machines(client, fleet, BY_NAMES, fleet.value(), array(names));
    }

    /// The machines, locked in the order of their names until the transaction ends.
    public Uni<List<Machine>> lock(SqlClient client, FleetId fleet, Collection<MachineId> names) {
        return machines(client, fleet, BY_NAMES + " for update", fleet.value(), array(names));
    }

    public Uni<Optional<Machine>> lockHardware(SqlClient client, FleetId fleet, String hardwareId) {
        return machines(client, fleet, BY_HARDWARE + " for update", fleet.value(), new String[] {hardwareId})
                .map(found -> found.stream().findFirst());
    }

    /// Whose hardware these are, as far as they are known.
    Uni<List<Machine>> owners(SqlClient client, FleetId fleet, Collection<String> hardwareIds) {
        return hardwareIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : machines(
                        client,
                        fleet,
                        BY_HARDWARE,
                        fleet.value(),
                        hardwareIds.stream().distinct().toArray(String[]::new));
    }

    public Uni<List<Machine>> page(SqlClient client, FleetId fleet, PageRequest paging) {
        return machines(client, fleet, PAGE, fleet.value(), paging.after(), paging.fetch());
    }

    /// The machines whose timeline is wanted: gates are decided once a timeline, not once a machine.
    public Uni<List<Machine>> page(
            SqlClient client, FleetId fleet, PageRequest paging, String cluster, Predicate<Timeline> wanted) {
        return timelines(client, TIMELINES, fleet.value())
                .flatMap(all -> machines(
                        client, fleet, SOME, fleet.value(), paging.after(), paging.fetch(), ids(all, wanted), cluster));
    }

    /// How many machines of the fleet live on each timeline.
    public Uni<Map<Timeline, Long>> counts(SqlClient client, FleetId fleet) {
        return timelines(client, TIMELINES, fleet.value())
                .flatMap(all -> Sql.run(client, COUNTS, fleet.value()).map(rows -> {
                    Map<Timeline, Long> counts = new HashMap<>();
                    rows.forEach(row -> counts.merge(all.get(row.getUUID(0)), row.getLong(1), Long::sum));
                    return counts;
                }));
    }

    public Uni<List<ClusterCount>> clusters(SqlClient client, FleetId fleet, PageRequest paging) {
        return timelines(client, TIMELINES, fleet.value())
                .flatMap(all -> Sql.run(client, CLUSTERS, fleet.value(), paging.after(), paging.fetch())
                        .map(rows -> {
                            Map<String, Map<Timeline, Long>> clusters = new LinkedHashMap<>();
                            rows.forEach(row -> clusters.computeIfAbsent(row.getString(0), _ -> new HashMap<>())
                                    .merge(all.get(row.getUUID(1)), row.getLong(2), Long::sum));
                            return clusters;
                        })
                        .map(clusters -> clusters.entrySet().stream()
                                .map(entry -> new ClusterCount(entry.getKey(), entry.getValue()))
                                .toList()));
    }

    /// Writes machines as they are given; repeating it changes nothing.
    public Uni<Void> save(SqlClient client, FleetId fleet, List<Machine> machines) {
        if (machines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        StoredMachine stored = new StoredMachine(machines);
        return Sql.run(client, SAVE_FACTS, fleet.value(), stored.factIds(), stored.factTexts())
                .flatMap(_ -> Sql.run(
                        client,
                        SAVE_TIMELINES,
                        fleet.value(),
                        stored.timelineIds(),
                        stored.timelineMinutes(),
                        stored.timelineFacts()))
                .flatMap(_ -> Sql.run(
                        client,
                        SAVE_MACHINES,
                        fleet.value(),
                        column(machines, machine -> machine.id().value()),
                        column(machines, Machine::cluster),
                        column(machines, Machine::hardwareId),
                        machines.stream().map(stored::id).toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private Uni<List<Machine>> machines(SqlClient client, FleetId fleet, String statement, Object... arguments) {
        return Sql.list(client, MachineRow::of, statement, arguments).flatMap(rows -> timelines(
                        client,
                        TIMELINES_BY_ID,
                        fleet.value(),
                        rows.stream().map(MachineRow::timeline).distinct().toArray(UUID[]::new))
                .map(timelines -> rows.stream().map(row -> row.with(timelines)).toList()));
    }

    private Uni<Map<UUID, Timeline>> timelines(SqlClient client, String statement, Object... arguments) {
        return Sql.run(client, statement, arguments).map(rows -> {
            TimelineRows reader = new TimelineRows();
            Map<UUID, Timeline> timelines = new HashMap<>();
            rows.forEach(row -> timelines.put(row.getUUID(0), reader.read(row)));
            return timelines;
        });
    }

    private record MachineRow(String name, String cluster, String hardwareId, UUID timeline) {
        static MachineRow of(Row row) {
            return new MachineRow(row.getString(0), row.getString(1), row.getString(2), row.getUUID(3));
        }

        Machine with(Map<UUID, Timeline> timelines) {
            return new Machine(new MachineId(name), cluster, hardwareId, timelines.get(timeline));
        }
    }

    private static UUID[] ids(Map<UUID, Timeline> all, Predicate<Timeline> wanted) {
        return all.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }

    private static String[] array(Collection<MachineId> names) {
        return names.stream().map(MachineId::value).distinct().toArray(String[]::new);
    }

    private static String[] column(List<Machine> machines, Function<Machine, String> value) {
        return machines.stream().map(value).toArray(String[]::new);
    }
}
