package io.hotfleet.patch.leader;

/// An instance that never leads: it answers requests and nothing else.
final class Abstention implements Election {
    @Override
    public String by() {
        return "nobody";
    }

    @Override
    public void join(Candidate candidate) {}

    @Override
    public void leave() {}
}
