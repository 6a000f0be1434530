package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hotfleet.node.memory.PatchRefused.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HpatTest {
    private static final long ADDRESS = 0x1_0000;

    @ParameterizedTest(name = "slot {0}")
    @CsvSource({"0, 0x10000", "1, 0x10008", "511, 0x10FF8", "512, 0x12000", "1023, 0x12FF8", "1024, 0x14000"})
    void stubsLieInEverySecondPageAndPointersOnePageLater(int slot, String address) {
        Hpat table = new Hpat(ADDRESS, 3 * Setup.TABLE_BYTES);

        long stub = table.stubAddress(slot);

        assertThat(stub).isEqualTo(Long.decode(address));
        assertThat(table.pointerAddress(slot)).isEqualTo(stub + 4_096);
    }

    @Test
    void aFullTableRefusesWithTheKernelsStatus() {
        Hpat table = new Hpat(ADDRESS, Setup.TABLE_BYTES);
        for (int i = 0; i < 512; i++) {
            table.take(16 * i, 0, 1);
        }

        assertThatExceptionOfType(PatchRefused.class)
                .isThrownBy(() -> table.take(16 * 512, 0, 1))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(Status.TABLE_FULL))
                .satisfies(refused -> assertThat(refused.status().code()).isEqualTo(0xC00004AC));
    }

    @Test
    void aReleasedSlotIsTheNextOneTakenAndTellsItsBytes() {
        Hpat table = new Hpat(ADDRESS, Setup.TABLE_BYTES);
        table.take(0x1000, 0xAAAA, 1);
        table.take(0x2000, 0xBBBB, 2);
        table.take(0x3000, 0xCCCC, 3);

        int bytes = table.release(1);

        assertThat(bytes).isEqualTo(0xBBBB);
        assertThat(table.take(0x4000, 0xDDDD, 4)).isEqualTo(1);
    }

    @Test
    void takesMemoryOnlyForPairsInUse() {
        Hpat table = new Hpat(ADDRESS, 3 * Setup.TABLE_BYTES);

        table.retake(600, 0x1000, 0, 1);

        assertThat(table.pairs()).containsExactly(ADDRESS + Hpat.PAIR_BYTES);
    }
}
