package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.Strategy;
import io.hotfleet.simulator.report.Report.WorkItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// What a report comes down to, in a few sentences: the unknown first, then the answer, then what spoils it.
final class Verdict {
    private Verdict() {}

    static List<String> of(Report report) {
        if (report.servers() == 0) {
            return List.of("The fleet has no servers: there is nothing to rehearse.");
        }
        List<String> sentences = new ArrayList<>();
        unknown(sentences, report.eligibility(), report.servers());
        sentences.add(eligible(report.eligibility(), report.servers(), "today") + more(report) + "; "
                + saved(report.saved().restarts(), report) + ", " + price(report, Words.HOTPATCH) + ".");
        worth(sentences, report);
        Strategy hotpatch = report.strategies().get(Words.HOTPATCH);
        if (hotpatch.cost().wasted().signum() > 0) {
            sentences.add(
                    Words.money(hotpatch.cost().currency(), hotpatch.cost().wasted())
                            + " of the cost is wasted: it pays for days on which another gate kept the server from"
                            + " hotpatching.");
        }
        trouble(sentences, hotpatch);
        return sentences;
    }

    static List<String> of(CheckReport report) {
        if (report.servers() == 0) {
            return List.of("The fleet has no servers: there is nothing to check.");
        }
        List<String> sentences = new ArrayList<>();
        unknown(sentences, report.eligibility(), report.servers());
        String day = "on " + report.at().substring(0, Math.min(10, report.at().length()));
        sentences.add(eligible(report.eligibility(), report.servers(), day) + more(report) + ".");
        return sentences;
    }

    /// Restarts saved against CUMULATIVE once the work list is done.
    static int savedAfterFixes(Report report) {
        return report.strategies().get(Words.CUMULATIVE).restarts()
                - report.strategies().get(Words.AFTER_FIXES).restarts();
    }

    private static void unknown(List<String> sentences, Eligibility eligibility, int servers) {
        if (eligibility.unknown() > 0) {
            sentences.add("Unknown: " + Words.count(eligibility.unknown()) + " of " + Words.counted(servers, "server")
                    + " (" + Words.percent(eligibility.unknown(), servers)
                    + "). Their files do not tell what a gate asks for, so they count as not able to hotpatch.");
        }
    }

    private static String eligible(Eligibility eligibility, int servers, String when) {
        String able;
        if (eligibility.eligible() == servers) {
            able = servers == 1 ? "The only server can" : "All " + Words.count(servers) + " servers can";
        } else if (eligibility.eligible() == 0) {
            able = servers == 1 ? "The only server cannot" : "None of " + Words.count(servers) + " servers can";
        } else {
            able = Words.count(eligibility.eligible()) + " of " + Words.count(servers) + " servers can";
        }
        return able + " hotpatch " + when;
    }

    /// A rehearsal has counted the restarts that the fixes need.
    private static String more(Report report) {
        int more = gained(report.eligibility());
        int restarts = report.strategies().get(Words.AFTER_FIXES).fixRestarts();
        if (more == 0) {
            return "";
        }
        if (restarts == 0) {
            return ", " + Words.count(more) + " more after the work listed below, without a restart";
        }
        return ", " + Words.count(more)
                + (restarts >= more
                        ? " more after one restart each"
                        : " more after the work listed below, " + Words.count(restarts) + " of them with a restart");
    }

    /// A check only knows which remedies restart, not which machines need several.
    private static String more(CheckReport report) {
        int more = gained(report.eligibility());
        if (more == 0) {
            return "";
        }
        boolean all = report.workList().stream().allMatch(WorkItem::restart);
        boolean any = report.workList().stream().anyMatch(WorkItem::restart);
        return ", " + Words.count(more) + " more after "
                + (all
                        ? "one restart each"
                        : "the work listed below, " + (any ? "some of them with a restart" : "without a restart"));
    }

    private static int gained(Eligibility eligibility) {
        return eligibility.afterFixes() - eligibility.eligible();
    }

    private static String saved(int restarts, Report report) {
        String during = Words.during(report.from(), report.to());
        if (restarts == 0) {
            return "not one restart fewer " + during;
        }
        int amount = Math.abs(restarts);
        return Words.count(amount)
                + (restarts > 0 ? " fewer " : " more ")
                + (amount == 1 ? "restart " : "restarts ")
                + during;
    }

    private static String price(Report report, String strategy) {
        Report.Cost cost = report.strategies().get(strategy).cost();
        return cost.total().signum() == 0 ? "at no cost" : "for " + Words.money(cost.currency(), cost.total());
    }

    private static void worth(List<String> sentences, Report report) {
        boolean nobody = report.eligibility().eligible() == 0;
        int afterFixes = savedAfterFixes(report);
        // servers that no gate lets through today may still come back with the period's first baseline
        if (report.saved().restarts() <= 0) {
            BigDecimal spent = report.saved().cost().negate();
            sentences.add("As the fleet stands, hotpatching is not worth it: "
                    + (nobody ? "no server passes all gates" : "it saves no restart")
                    + (spent.signum() > 0 ? ", and it costs money." : "."));
        }
        if (gained(report.eligibility()) > 0 && afterFixes > 0) {
            sentences.add("With the work list done first: " + Words.count(afterFixes) + " fewer "
                    + (afterFixes == 1 ? "restart" : "restarts") + ", those for the fixes counted, "
                    + price(report, Words.AFTER_FIXES) + ".");
        }
    }

    private static void trouble(List<String> sentences, Strategy hotpatch) {
        if (hotpatch.quorumLosses() > 0) {
            sentences.add("Clusters lose their quorum " + Words.counted(hotpatch.quorumLosses(), "time")
                    + " while hotpatching.");
        }
        int failed = sum(hotpatch, Report.Month::failed);
        int pending = sum(hotpatch, Report.Month::pending);
        if (failed + pending > 0) {
            sentences.add(Words.counted(failed, "installation") + " failed, " + Words.count(pending)
                    + " are still open 60 days after the period.");
        }
        if (hotpatch.forecast() != null) {
            sentences.add("Part of this is a forecast: the catalogue does not know "
                    + Words.ranges(hotpatch.forecast().months()) + ".");
        }
    }

    private static int sum(Strategy strategy, ToIntFunction<Report.Month> figure) {
        return strategy.months().stream().mapToInt(figure).sum();
    }
}
