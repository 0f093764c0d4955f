package understudy.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that must be known to make a lab; two labs with different names, bridges and subnets can stand side by side.
 *
 * @param name at most 9 characters, because it is part of the names of network interfaces
 * @param directory the lab's own folder; all that it keeps is in there, or in {@code base} beside it
 */
public record LabSpec(String name, LabShape shape, Path directory, LabNetwork network) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,8}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._+@,-]+");

    public LabSpec {
        requireName(name);
        directory = directory.toAbsolutePath().normalize();
        if (!PLAIN.matcher(directory.toString()).matches() || directory.getNameCount() < 2) {
            throw new LabException(
                    "'" + directory + "' cannot be a lab's folder: its path may hold letters, digits and /._+@,- only, "
                            + "and must be at least two folders deep.");
        }
        if ("base".equals(String.valueOf(directory.getFileName()))) {
            throw new LabException(
                    "'" + directory + "' cannot be a lab's folder: base is where the images are that all labs share.");
        }
    }

    /** The lab of this name with all defaults. */
    public static LabSpec named(String name) {
        requireName(name);
        return new LabSpec(name, LabShape.standard(), defaultDirectory(name), new LabNetwork("us" + name, "10.77.0"));
    }

    /** {@code $XDG_STATE_HOME/understudy/lab/NAME}, or the same below {@code ~/.local/state}. */
    public static Path defaultDirectory(String name) {
        requireName(name);
        var state = Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"));
        return state.resolve("understudy").resolve("lab").resolve(name);
    }

    public LabSpec withShape(LabShape other) {
        return new LabSpec(name, other, directory, network);
    }

    public LabSpec withDirectory(Path other) {
        return new LabSpec(name, shape, other, network);
    }

    public LabSpec withNetwork(LabNetwork other) {
        return new LabSpec(name, shape, directory, other);
    }

    public List<LabNode> nodes() {
        var nodes = new ArrayList<LabNode>();
        for (int number = 1; number <= shape.nodes(); number++) {
            nodes.add(new LabNode(number, network.node(number)));
        }
        return List.copyOf(nodes);
    }

    /** The node of this name, for instance {@code n2}. */
    public LabNode node(String nodeName) {
        return nodes().stream()
                .filter(node -> node.name().equals(nodeName))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "Lab " + name + " has no node '" + nodeName + "': it has n1 to n" + shape.nodes() + "."));
    }

    public List<LabGroup> groups() {
        var first = new LabGroup(shape.service(), network.group(1), "n1");
        return shape.groups() == 1
                ? List.of(first)
                : List.of(first, new LabGroup(shape.service().companion(), network.group(2), "n2"));
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches() || name.equals("base")) {
            throw new LabException("'" + name
                    + "' cannot be a lab's name: 1 to 9 of a-z, 0-9 and -, with a letter first, and not base.");
        }
    }
}
