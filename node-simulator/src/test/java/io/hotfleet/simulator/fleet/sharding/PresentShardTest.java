package io.hotfleet.simulator.fleet.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class PresentShardTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aloneASimulatorHasTheWholeShare() {
        PresentShard shares = shares(Simulators.ONE);

        shares.count();

        assertThat(shares.present()).isEqualTo(Shard.ALL);
    }

    @Test
    void whatTheStatefulSetWantsCounts() {
        PresentShard shares = shares(new FakeSimulators(1, 3));

        shares.count();

        assertThat(shares.present()).isEqualTo(new Shard(1, 3));
        assertThat(gauge("hotfleet_simulator_ordinal")).isEqualTo(1);
        assertThat(gauge("hotfleet_simulator_replicas")).isEqualTo(3);
    }

    @Test
    void beforeTheFirstAnswerNoNodeIsLeftOut() {
        FakeSimulators silent = new FakeSimulators(2, 5);
        silent.fallSilent();
        PresentShard shares = shares(silent);

        shares.count();

        assertThat(shares.present()).isEqualTo(new Shard(2, 3));
    }

    @Test
    void whileNobodyAnswersTheLastNumberStays() {
        FakeSimulators set = new FakeSimulators(0, 2);
        PresentShard shares = shares(set);
        shares.count();
        set.fallSilent();
        set.become(4);

        shares.count();

        assertThat(shares.present()).isEqualTo(new Shard(0, 2));
    }

    @Test
    void afterASilenceTheNumberIsKnownAgain() {
        FakeSimulators set = new FakeSimulators(0, 2);
        PresentShard shares = shares(set);
        set.fallSilent();
        shares.count();
        set.speakAgain();
        set.become(4);

        shares.count();

        assertThat(shares.present()).isEqualTo(new Shard(0, 4));
    }

    @Test
    void whoScalesKnowsItAtOnce() {
        PresentShard shares = shares(new FakeSimulators(0, 2));

        shares.scale(5);

        assertThat(shares.present()).isEqualTo(new Shard(0, 5));
    }

    @Test
    void whoIsScaledInHasNothingLeft() {
        PresentShard shares = shares(new FakeSimulators(2, 3));

        shares.scale(1);

        assertThat(shares.present().has(1, "web-1")).isFalse();
    }

    private PresentShard shares(Simulators simulators) {
        return new PresentShard(simulators, FixedShardingConfig.DEFAULTS, metrics);
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
