package io.hotfleet.simulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aloneASimulatorHasTheWholeShare() {
        Shares shares = shares(Simulators.ONE);

        shares.count();

        assertThat(shares.present()).isEqualTo(Share.ALL);
    }

    @Test
    void whatTheStatefulSetWantsCounts() {
        Shares shares = shares(new FakeSimulators(1, 3));

        shares.count();

        assertThat(shares.present()).isEqualTo(new Share(1, 3));
        assertThat(gauge("hotfleet_simulator_ordinal")).isEqualTo(1);
        assertThat(gauge("hotfleet_simulator_replicas")).isEqualTo(3);
    }

    @Test
    void beforeTheFirstAnswerNoNodeIsLeftOut() {
        FakeSimulators silent = new FakeSimulators(2, 5);
        silent.fallSilent();
        Shares shares = shares(silent);

        shares.count();

        assertThat(shares.present()).isEqualTo(new Share(2, 3));
    }

    @Test
    void whileNobodyAnswersTheLastNumberStays() {
        FakeSimulators set = new FakeSimulators(0, 2);
        Shares shares = shares(set);
        shares.count();
        set.fallSilent();
        set.become(4);

        shares.count();

        assertThat(shares.present()).isEqualTo(new Share(0, 2));
    }

    @Test
    void afterASilenceTheNumberIsKnownAgain() {
        FakeSimulators set = new FakeSimulators(0, 2);
        Shares shares = shares(set);
        set.fallSilent();
        shares.count();
        set.speakAgain();
        set.become(4);

        shares.count();

        assertThat(shares.present()).isEqualTo(new Share(0, 4));
    }

    @Test
    void whoScalesKnowsItAtOnce() {
        Shares shares = shares(new FakeSimulators(0, 2));

        shares.scale(5);

        assertThat(shares.present()).isEqualTo(new Share(0, 5));
    }

    @Test
    void whoIsScaledInHasNothingLeft() {
        Shares shares = shares(new FakeSimulators(2, 3));

        shares.scale(1);

        assertThat(shares.present().has(1, "web-1")).isFalse();
    }

    private Shares shares(Simulators simulators) {
        return new Shares(simulators, FixedShareConfig.DEFAULTS, metrics);
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
