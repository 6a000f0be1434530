package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad fleet files: the reader refuses each in one line, and the schema refuses those that a schema can refuse.
class BadFleetFileTest {
    private static final FleetSchema SCHEMA = FleetSchema.load();

    static Stream<Arguments> refusedBySchemaToo() {
        return Stream.of(
                argumentSet(
                        "witness",
                        """
                        fleet: x
                        clusters:
                          - name: c
                            nodes: 2
                            witness: clouds
                        """,
                        "fleet.yaml:5: clusters[0].witness \"clouds\" is not accepted: none, disk, file-share, cloud"),
                argumentSet(
                        "unknown section",
                        "server: [a]",
                        "fleet.yaml:1: server is not a section, accepted are: "
                                + "fleet, defaults, clusters, servers, assumptions, policy, events"),
                argumentSet(
                        "unknown field",
                        "servers:\n  - name: a\n    window: {day: monday, start: \"01:00\", hours: 2, tz: UTC}",
                        "fleet.yaml:3: servers[0].window.tz is not a field, accepted are: day, start, hours, zone"),
                argumentSet(
                        "wrong type",
                        "servers: [{name: a, cores: many}]",
                        "fleet.yaml:1: servers[0].cores \"many\" is not accepted: a whole number from 1 to 4096"),
                argumentSet(
                        "number as name",
                        "servers: [{name: 12}]",
                        "fleet.yaml:1: servers[0].name 12 is not accepted: a name of letters, digits, -, . and _, "
                                + "at most 255 characters, or a range such as web-[001-120]"),
                argumentSet(
                        "missing name",
                        "servers:\n  - cores: 8",
                        "fleet.yaml:2: servers[0] has no name: a name such as web-01, or a range such as web-[01-20]"),
                argumentSet(
                        "half a core",
                        "servers: [{name: a, cores: 1.5}]",
                        "fleet.yaml:1: servers[0].cores 1.5 is not accepted: a whole number from 1 to 4096"),
                argumentSet(
                        "cluster of one node",
                        "clusters: [{name: c, nodes: 1}]",
                        "fleet.yaml:1: clusters[0].nodes 1 is not accepted: a whole number from 2 to 64"),
                argumentSet(
                        "role type",
                        "clusters: [{name: c, nodes: 2, clusteredRoles: [{type: sql, count: 1}]}]",
                        "fleet.yaml:1: clusters[0].clusteredRoles[0].type \"sql\" is not accepted: "
                                + "generic, sql-fci, sql-ag, hyper-v, file-server"),
                argumentSet(
                        "window's hours",
                        "servers: [{name: a, window: {day: monday, start: \"22:00\", hours: 169}}]",
                        "fleet.yaml:1: servers[0].window.hours 169 is not accepted: a whole number from 1 to 168"),
                argumentSet(
                        "window's start",
                        "servers: [{name: a, window: {day: monday, start: \"24:00\", hours: 1}}]",
                        "fleet.yaml:1: servers[0].window.start \"24:00\" is not accepted: a time such as \"22:00\""),
                argumentSet(
                        "duration",
                        "servers: [a]\nassumptions: {restart: 8 minutes}",
                        "fleet.yaml:2: assumptions.restart \"8 minutes\" is not accepted: "
                                + "a duration such as 90s, 8m or 1h, from 1s to 24h"),
                argumentSet(
                        "share without sign",
                        "servers: [a]\npolicy: {rings: [{name: r, share: 100}]}",
                        "fleet.yaml:2: policy.rings[0].share 100 is not accepted: "
                                + "a share such as 5% or 12.5%, more than 0% and at most 100%"),
                argumentSet(
                        "event of no kind",
                        "servers: [a]\nevents: [{at: \"2025-01-01\", machine: a}]",
                        "fleet.yaml:2: events[0] tells nothing that happens, accepted is at with install or set, "
                                + "or from and to with offline: true"),
                argumentSet(
                        "fact that an event cannot set",
                        "servers: [a]\nevents: [{at: \"2025-01-01\", machine: a, set: {vbss: off}}]",
                        "fleet.yaml:2: events[0].set.vbss is not a field, accepted are: edition, platform, osBuild, "
                                + "installOption, image, firmware, vbs, hotPatchTable, arc, subscription, licence, "
                                + "optIn, patchMode, extension, updateSource, policy, chpe, cores"),
                argumentSet(
                        "moment",
                        "servers: [a]\nevents: [{at: \"24.10.2025\", machine: a, install: KB5070893}]",
                        "fleet.yaml:2: events[0].at \"24.10.2025\" is not accepted: a date such as 2025-10-24, its first "
                                + "instant in UTC, or a minute such as 2025-10-24T18:30Z"),
                argumentSet(
                        "nothing where a list belongs",
                        "servers:",
                        "fleet.yaml:1: servers \"\" is not accepted: a list of servers"));
    }

    @ParameterizedTest
    @MethodSource("refusedBySchemaToo")
    void refusesInOneLineWhatTheSchemaRefuses(String yaml, String message) {
        assertThatThrownBy(() -> Sources.read(yaml))
                .isInstanceOf(FleetInvalid.class)
                .hasMessage(message);
        assertThat(SCHEMA.complaints(yaml)).isNotEmpty();
    }

    static Stream<Arguments> refusedByReaderAlone() {
        return Stream.of(
                argumentSet(
                        "overlapping ranges",
                        "servers:\n  - web-[01-05]\n  - web-[05-09]",
                        "fleet.yaml:3: machine \"web-05\" is named twice, first in line 2"),
                argumentSet(
                        "same name in other letters",
                        "servers: [a, b, A]",
                        "fleet.yaml:1: machine \"A\" is named twice, first in line 1"),
                argumentSet(
                        "same cluster twice",
                        "clusters:\n  - {name: c, nodes: 2}\n  - {name: C, nodes: [x, y]}",
                        "fleet.yaml:3: cluster \"C\" is there twice"),
                argumentSet(
                        "reversed range",
                        "servers: [\"web-[9-1]\"]",
                        "fleet.yaml:1: servers[0] \"web-[9-1]\" is not accepted: "
                                + "a range that ends where it begins or later"),
                argumentSet(
                        "huge range",
                        "servers: [\"web-[1-999999999]\"]",
                        "fleet.yaml:1: servers[0] \"web-[1-999999999]\" is not accepted: "
                                + "a range of at most 1000000 names"),
                argumentSet(
                        "two huge ranges",
                        "servers:\n - a-[1-1000000]\n - b",
                        "fleet.yaml:3: names more than 1000000 machines"),
                argumentSet(
                        "uneven range",
                        "servers: [\"web-[01-100]\"]",
                        "fleet.yaml:1: servers[0] \"web-[01-100]\" is not accepted: "
                                + "both ends of a range are written with the same number of digits"),
                argumentSet(
                        "list of one node",
                        "clusters:\n  - name: c\n    nodes: [x]",
                        "fleet.yaml:3: clusters[0].nodes lists 1 node, accepted are 2 to 64 nodes, as a number or a list"),
                argumentSet(
                        "range of too many nodes",
                        "clusters:\n  - name: c\n    nodes: [\"x[1-65]\"]",
                        "fleet.yaml:3: clusters[0].nodes lists 65 nodes, accepted are 2 to 64 nodes, "
                                + "as a number or a list"),
                argumentSet(
                        "cluster without nodes",
                        "clusters:\n  - name: c\nservers: [a]",
                        "fleet.yaml:2: cluster \"c\" has 0 nodes, accepted are 2 to 64"),
                argumentSet(
                        "unknown zone",
                        "servers: [{name: a, window: {day: monday, start: \"22:00\", hours: 1, zone: Europe/Bonn}}]",
                        "fleet.yaml:1: servers[0].window.zone \"Europe/Bonn\" is not accepted: "
                                + "an IANA time zone such as Europe/Berlin or UTC"),
                argumentSet(
                        "shares that do not grow",
                        "servers: [a]\npolicy: {rings: [{name: a, share: 50%}, {name: b, share: 50%}]}",
                        "fleet.yaml:2: policy.rings[1] share is not accepted: "
                                + "shares count from the first ring on and must grow"),
                argumentSet(
                        "shares that end early",
                        "servers: [a]\npolicy: {rings: [{name: a, share: 50%}]}",
                        "fleet.yaml:2: policy.rings end at less than 100%, accepted as the last share is 100%"),
                argumentSet(
                        "too long a restart",
                        "servers: [a]\nassumptions: {restart: 25h}",
                        "fleet.yaml:2: assumptions.restart \"25h\" is not accepted: "
                                + "a duration such as 90s, 8m or 1h, from 1s to 24h"),
                argumentSet(
                        "event of an unknown machine",
                        "servers: [a]\nevents:\n  - {at: \"2025-10-24\", machine: b, install: KB5070893}",
                        "fleet.yaml:3: events[0] \"b\" is not a machine of the fleet"),
                argumentSet(
                        "reversed event",
                        "servers: [a]\nevents: [{from: \"2025-05-01\", to: \"2025-04-01\", machine: a, offline: true}]",
                        "fleet.yaml:2: events[0].to \"2025-04-01\" is not accepted: a moment after from"),
                argumentSet(
                        "no such day",
                        "servers: [a]\nevents: [{at: \"2025-02-30\", machine: a, install: KB5070893}]",
                        "fleet.yaml:2: events[0].at \"2025-02-30\" is not accepted: a date such as 2025-10-24, its first "
                                + "instant in UTC, or a minute such as 2025-10-24T18:30Z"));
    }

    @ParameterizedTest
    @MethodSource("refusedByReaderAlone")
    void refusesInOneLineWhatASchemaCannotSee(String yaml, String message) {
        assertThatThrownBy(() -> Sources.read(yaml))
                .isInstanceOf(FleetInvalid.class)
                .hasMessage(message);
        assertThat(SCHEMA.complaints(yaml)).isEmpty();
    }
}
