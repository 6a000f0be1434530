package io.hotfleet.node.batch;

import io.hotfleet.node.memory.cost.ReleaseContents;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// The releases of Windows Server 2025 in 2025 and the month before, as the catalogue has them.
final class Calendar2025 {
    static final String PRODUCT = "windows-server-2025";
    static final YearMonth FROM = YearMonth.of(2025, 1);
    static final YearMonth TO = YearMonth.of(2025, 12);

    static final List<CalendarRelease> ROWS =
            """
            2024-12-10 CUMULATIVE  KB5048667
            2025-01-14 BASELINE    KB5050009 KB5050009
            2025-02-11 HOTPATCH    KB5052105 KB5050009
            2025-02-11 CUMULATIVE  KB5051987 KB5050009
            2025-03-11 HOTPATCH    KB5053636 KB5050009
            2025-03-11 CUMULATIVE  KB5053598 KB5050009
            2025-04-08 BASELINE    KB5055523 KB5055523
            2025-04-16 OUT_OF_BAND KB5059087 KB5055523
            2025-05-13 HOTPATCH    KB5058497 KB5055523
            2025-05-13 CUMULATIVE  KB5058411 KB5055523
            2025-05-16 KEEPING     KB5061258 KB5055523
            2025-06-10 HOTPATCH    KB5060841 KB5055523
            2025-06-10 CUMULATIVE  KB5060842 KB5055523
            2025-07-08 BASELINE    KB5062553 KB5062553
            2025-08-12 HOTPATCH    KB5064010 KB5062553
            2025-08-12 CUMULATIVE  KB5063878 KB5062553
            2025-09-09 HOTPATCH    KB5065474 KB5062553
            2025-09-09 CUMULATIVE  KB5065426 KB5062553
            2025-10-14 BASELINE    KB5066835 KB5066835
            2025-10-24 KEEPING     KB5070893 KB5066835
            2025-11-11 HOTPATCH    KB5068966 KB5066835
            2025-11-11 CUMULATIVE  KB5068861 KB5066835
            2025-12-09 HOTPATCH    KB5072014 KB5066835
            2025-12-09 CUMULATIVE  KB5072033 KB5066835
            """.lines().map(line -> row(line.split("\\s+"))).toList();

    static final ReleaseContents CONTENTS = new CalendarContents(ROWS);

    private Calendar2025() {}

    static FleetYear year(long seed) {
        return new FleetYear(ROWS, FROM, TO, CONTENTS, seed);
    }

    private static CalendarRelease row(String[] columns) {
        LocalDate date = LocalDate.parse(columns[0]);
        boolean keeps = columns[1].equals("HOTPATCH") || columns[1].equals("KEEPING");
        return new CalendarRelease(
                PRODUCT,
                YearMonth.from(date),
                date,
                columns[1].equals("KEEPING") ? "OUT_OF_BAND" : columns[1],
                columns[2],
                keeps ? "KEEPS" : columns[1].equals("BASELINE") ? "SETS" : "BREAKS",
                columns.length > 3 ? columns[3] : null);
    }
}
