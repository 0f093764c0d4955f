package understudy.engine.probes;

/** Numbers a group's questions from 0; used by the asking thread alone. */
final class Numbers {
    private long next;

    long next() {
        return next++;
    }
}
