package understudy.lab;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The lab without the rest of Understudy: {@code up}, {@code down}, {@code status} and the other verbs, from a shell. */
public final class LabMain {
    private static final String USAGE = """
            up       [OPTIONS]                make or start the lab; prints where its inventory is
            down | wipe [--base]              all off, disks kept | all gone (with --base the shared images too)
            status                            nodes, power, groups
            settle                            wait until all nodes are online and all groups answer
            restore                           disks, storage and repository as they were before the first boot
            fault | heal FAULT NODE           break something, take it back; `faults` lists what there is
            power NODE on|off|cycle           network NODE cut|heal
            publish | withdraw PACKAGE [bad|higher]
            ssh NODE [COMMAND...]
            OPTIONS: --name NAME --nodes 2..5 --service mail|nginx|postgresql --groups 1|2 --no-fencing
                     --directory FOLDER --bridge NAME --subnet 10.77.0
            All verbs take --name or --directory.
            """;

    private LabMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** The verbs and their options, one a line. */
    public static String usage() {
        return USAGE;
    }

    /** Exit code 0 for success, 1 for what went wrong, 2 for a command line that makes no sense. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            var line = LabCommandLine.parse(arguments);
            return LabVerbs.run(line, new ArrayList<>(line.rest()), out);
        } catch (LabCommandLine.Misuse e) {
            err.print(e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (LabException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
