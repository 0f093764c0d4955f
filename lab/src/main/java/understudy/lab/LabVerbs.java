package understudy.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verbs of {@link LabMain}. */
final class LabVerbs {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LabVerbs() {}

    static int run(LabCommandLine line, List<String> rest, PrintStream out) {
        var started = System.nanoTime();
        LabListener listener = sentence -> out.printf(
                Locale.ROOT,
                "%5.1f s  %s%n",
                Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0,
                sentence);
        switch (line.verb()) {
            case "up" -> {
                var lab = line.describesALab() || !Lab.isAt(line.directory())
                        ? Lab.of(line.spec())
                        : Lab.open(line.directory());
                lab.up(listener);
                out.println(lab.inventory());
            }
            case "faults" -> List.of(Fault.values()).forEach(fault -> out.println(fault.word()));
            case "ssh" -> {
                return ssh(Lab.open(line.directory()), line, rest);
            }
            default -> onLab(Lab.open(line.directory()), line, listener, out);
        }
        return 0;
    }

    private static void onLab(Lab lab, LabCommandLine line, LabListener listener, PrintStream out) {
        switch (line.verb()) {
            case "down" -> lab.down(listener);
            case "wipe" -> {
                lab.wipe(listener);
                if (line.has("--base")) {
                    lab.wipeBase(listener);
                }
            }
            case "status" -> out.print(StatusText.render(lab.spec().name(), lab.status()));
            case "settle" -> {
                if (!lab.settles(PATIENCE)) {
                    throw new LabException("Lab " + lab.spec().name() + " has not settled within "
                            + PATIENCE.toMinutes() + " minutes: see `understudy lab status`.");
                }
                listener.progress("all nodes are online and all groups answer");
            }
            case "restore" -> lab.restore(listener);
            case "fault" -> lab.fault(line.word(1, "a node"), Fault.parse(line.word(0, "a fault")));
            case "heal" -> lab.heal(line.word(1, "a node"), Fault.parse(line.word(0, "a fault")));
            case "power" -> lab.power(line.word(0, "a node"), constant(Power.class, line.word(1, "on, off or cycle")));
            case "network" -> lab.network(line.word(0, "a node"), constant(Cable.class, line.word(1, "cut or heal")));
            case "publish" ->
                out.println(
                        lab.publish(line.word(0, "a package"), constant(Variant.class, line.word(1, "bad or higher"))));
            case "withdraw" -> lab.withdraw(line.word(0, "a package"));
            default -> throw new LabCommandLine.Misuse("The lab does not know how to '" + line.verb() + "'.");
        }
    }

    private static int ssh(Lab lab, LabCommandLine line, List<String> rest) {
        lab.spec().node(line.word(0, "a node"));
        var command =
                new ArrayList<>(List.of("ssh", "-F", lab.sshConfiguration().toString()));
        command.addAll(rest);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LabException("ssh could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("ssh was interrupted.", e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new LabCommandLine.Misuse("The lab does not know the word '" + word + "' here.");
    }
}
