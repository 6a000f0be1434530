package io.hotfleet.cli.output;

import java.io.PrintStream;

/// What is said on standard error, one line each: standard output belongs to reports.
///
/// On a terminal the last line of progress is overwritten by what follows.
public final class Messages {

    private static final boolean TERMINAL = Boolean.getBoolean("hotfleet.terminal");
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final PrintStream OUT = System.err;
    private static boolean transientShown;
    private static boolean muted;

    private Messages() {}

    public static synchronized void print(String text) {
        if (!muted) {
            clear();
            OUT.println("hotfleet: " + text.strip().replaceAll("\\s*\\R\\s*", " "));
        }
    }

    /// Shows a line that the next one replaces; nothing where there is no terminal.
    public static synchronized void show(String text) {
        if (TERMINAL && !muted) {
            OUT.print(CLEAR_LINE + text);
            OUT.flush();
            transientShown = true;
        }
    }

    public static boolean onTerminal() {
        return TERMINAL;
    }

    public static synchronized void clear() {
        if (transientShown) {
            OUT.print(CLEAR_LINE);
            OUT.flush();
            transientShown = false;
        }
    }

    /// Nothing more is said: the process was told to end, and what fails from now on fails for that reason.
    public static synchronized void mute() {
        clear();
        muted = true;
    }
}
