package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which defaults hold for a machine: those of the fleet files that name it; those of every fleet file if none does.
final class Defaults {
    record Block(FactSheet facts, Window window) {}

    private final List<Told> fleetFiles;
    private final Map<List<Told>, Block> blocks = new HashMap<>();

    Defaults(List<Told> files) {
        fleetFiles = files.stream()
                .filter(file -> file.speaker == Told.Speaker.FLEET_FILE)
                .toList();
    }

    Block of(Mentions mentions) {
        List<Told> naming = mentions.fleetFiles();
        return blocks.computeIfAbsent(naming.isEmpty() ? fleetFiles : naming, Defaults::together);
    }

    private static Block together(List<Told> files) {
        Block block = new Block(FactSheet.EMPTY, null);
        for (Told file : files) {
            block = new Block(
                    file.settings.defaults.over(block.facts()),
                    file.settings.defaultWindow == null ? block.window() : file.settings.defaultWindow);
        }
        return block;
    }
}
