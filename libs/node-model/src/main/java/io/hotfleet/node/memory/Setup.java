package io.hotfleet.node.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What stays the same about a machine's memory from boot to boot.
///
/// @param seed lays out the address space and draws the invocations
/// @param tableBytes the registry's HotPatchTableSize: a multiple of 4096, 0 switches hotpatching off
public record Setup(long seed, Shape shape, int tableBytes, Retention retention) {
    public static final int TABLE_BYTES = 0x1000;
    static final int PAGE_BYTES = 4_096;

    /// `lsaiso` is a process of the secure world: nobody injects a thread into it.
    private static final List<String> EVERYWHERE = List.of(
            "smss",
            "csrss",
            "wininit",
            "winlogon",
            "services",
            "lsass",
            "lsaiso",
            "svchost-dcom",
            "svchost-netsvcs",
            "svchost-local",
            "svchost-termsvc",
            "spoolsv",
            "wmiprvse",
            "msmpeng",
            "himds");

    private static final Set<String> SECURE = Set.of("lsaiso");
    /// The machine restarts when one of these exits.
    private static final Set<String> CRITICAL =
            Set.of("smss", "csrss", "wininit", "winlogon", "services", "lsass", "lsaiso", "svchost-dcom");

    public Setup {
        if (tableBytes < 0 || tableBytes % PAGE_BYTES != 0 || tableBytes > 64 * PAGE_BYTES) {
            throw new IllegalArgumentException(
                    "tableBytes is " + tableBytes + ", accepted are multiples of 4096 up to 262144, and 0");
        }
    }

    /// Which processes run, by installation option and role.
    public enum Shape {
        CORE(2),
        DESKTOP(3, "explorer", "ctfmon"),
        DOMAIN_CONTROLLER(2, "dns", "dfsrs"),
        WSUS(2, "w3wp", "wsusservice");

        private final int sessions;
        private final List<String> processes;
        private final List<String> recoverable;

        Shape(int sessions, String... more) {
            this.sessions = sessions;
            List<String> all = new ArrayList<>(EVERYWHERE);
            all.addAll(List.of(more));
            processes = List.copyOf(all);
            recoverable = all.stream().filter(name -> !isCritical(name)).toList();
        }

        public int sessions() {
            return sessions;
        }

        public List<String> processes() {
            return processes;
        }

        /// Processes that may end and are started again.
        public List<String> recoverable() {
            return recoverable;
        }

        static boolean isSecure(String process) {
            return SECURE.contains(process);
        }

        private static boolean isCritical(String process) {
            return CRITICAL.contains(process);
        }
    }

    /// When old code leaves the memory.
    public enum Retention {
        /// With the last invocation that runs in it.
        REFERENCED,
        /// A set time after the new code took over, or with the last invocation if that is later.
        TIMED,
        /// With the next restart.
        UNTIL_RESTART
    }
}
