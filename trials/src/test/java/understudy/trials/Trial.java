package understudy.trials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import understudy.lab.Lab;
import understudy.lab.LabListener;
import understudy.lab.LabNetwork;
import understudy.lab.LabShape;
import understudy.lab.LabSpec;

/** What every trial has: a lab of the class's own, as new before each trial and gone after the last, and the program. */
@Tag("lab")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
@TestInstance(Lifecycle.PER_CLASS)
abstract class Trial {
    final Lab lab;
    final Nodes nodes;

    private boolean asNew;
    private Program program = new Program(Path.of("."));

    /**
     * A trial on a lab of its own.
     *
     * @param name at most 9 characters, of this class alone
     * @param net the third part of its addresses, of this class alone
     */
    Trial(String name, int net, LabShape shape) {
        lab = Lab.of(LabSpec.named(name).withShape(shape).withNetwork(new LabNetwork("us" + name, "10.75." + net)));
        nodes = new Nodes(lab);
    }

    @BeforeAll
    void up() {
        lab.wipe(LabListener.silent());
        lab.up(System.out::println);
        asNew = true;
    }

    @BeforeEach
    void begin(@TempDir Path folder) {
        if (!asNew) {
            lab.restore(System.out::println);
        }
        asNew = false;
        program = new Program(folder);
    }

    @AfterEach
    void endPrograms() {
        program.killAll();
    }

    @AfterAll
    void wipe() {
        lab.wipe(LabListener.silent());
    }

    /** Says that this trial has changed nothing, so that the next needs no other disks. */
    void leftAsNew() {
        asNew = true;
    }

    Program program() {
        return program;
    }

    /** Starts the run of this name on the whole lab. */
    RunningProgram startRun(String run, String... more) {
        return program.start(words("run", more, "--yes", "--run", run, "--state", program.state()));
    }

    /** Carries the run of this name out on the whole lab. */
    Program.Ended run(String run, String... more) {
        return program.call(words("run", more, "--yes", "--run", run, "--state", program.state()));
    }

    Program.Ended resume(String run) {
        return program.call("resume", run, "--yes", "--state", program.state());
    }

    /** Asks a question about the lab's cluster: {@code plan}, {@code check}. */
    Program.Ended ask(String verb, String... more) {
        return program.call(words(verb, more));
    }

    Report report(String run) {
        return Report.read(program.call("report", run, "--state", program.state(), "--output", "json")
                .out());
    }

    private String[] words(String verb, String[] more, String... last) {
        var all = new ArrayList<String>();
        all.add(verb);
        all.add(lab.inventory().toString());
        all.add(lab.spec().name());
        all.addAll(List.of(more));
        all.addAll(List.of(last));
        return all.toArray(String[]::new);
    }
}
