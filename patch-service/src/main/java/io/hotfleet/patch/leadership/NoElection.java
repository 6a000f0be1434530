package io.hotfleet.patch.leadership;

/// An instance that never leads: it answers requests and nothing else.
final class NoElection implements Election {
    @Override
    public String by() {
        return "nobody";
    }

    @Override
    public void join(Candidate candidate) {}

    @Override
    public void leave() {}
}
