package io.hotfleet.patch.leadership;

/// Picks one of several instances. It may err for a moment, and then two believe to lead: terms make that harmless.
interface Election {
    /// What is told to an instance that stands for election; both may come at any time, from any thread.
    interface Candidate {
        void elected();

        void deposed();
    }

    /// How it picks, in a word.
    String by();

    /// Returns at once; the candidate is told later.
    void join(Candidate candidate);

    /// Steps back, if elected, so that others need not wait.
    void leave();
}
