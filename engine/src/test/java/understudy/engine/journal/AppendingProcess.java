package understudy.engine.journal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import understudy.core.model.RunId;

/** Appends from eight threads until it is killed, and prints a line for each append once it has returned. */
final class AppendingProcess {
    private static final int THREADS = 8;

    private AppendingProcess() {}

    public static void main(String... arguments) {
        StateStore store = StateStore.open(Path.of(arguments[0]));
        RunId run = new RunId(arguments[1]);
        Hold hold = store.hold(run);
        if (hold instanceof Hold.HeldBy held) {
            System.out.println(held.sentence());
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < THREADS; thread++) {
                MemberId member = new MemberId("member-" + thread);
                threads.execute(() -> appendForEver(store, run, member));
            }
        }
    }

    private static void appendForEver(StateStore store, RunId run, MemberId member) {
        PrintStream out = System.out;
        while (!out.checkError()) {
            long next = store.append(run, member, List.of("first of a pair", "second of a pair"));
            out.println(member + " " + next);
        }
    }
}
