package understudy.lab;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** The specification as it is kept in a lab's folder, so that {@code down}, {@code fault} and the rest need only the folder. */
final class SpecFile {
    private SpecFile() {}

    static String render(LabSpec spec) {
        return """
                format=1
                name=%s
                nodes=%d
                service=%s
                groups=%d
                fencing=%s
                bridge=%s
                subnet=%s
                """.formatted(
                        spec.name(),
                        spec.shape().nodes(),
                        spec.shape().service().name().toLowerCase(Locale.ROOT),
                        spec.shape().groups(),
                        spec.shape().fencing(),
                        spec.network().bridge(),
                        spec.network().subnet());
    }

    static LabSpec read(Path folder) {
        var file = new LabFiles(folder).specification();
        if (!Files.isRegularFile(file)) {
            throw new LabException("There is no lab in " + folder + ": `understudy lab up` makes one.");
        }
        return parse(Folder.read(file), folder);
    }

    static LabSpec parse(String text, Path folder) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!"1".equals(properties.getProperty("format"))) {
            throw new LabException(
                    "The lab in " + folder + " is of another format: wipe it with the version that made it.");
        }
        var shape = new LabShape(
                number(properties, "nodes", folder),
                Service.parse(value(properties, "service", folder)),
                number(properties, "groups", folder),
                Boolean.parseBoolean(value(properties, "fencing", folder)));
        var network = new LabNetwork(value(properties, "bridge", folder), value(properties, "subnet", folder));
        return new LabSpec(value(properties, "name", folder), shape, folder, network);
    }

    private static int number(Properties properties, String key, Path folder) {
        var text = value(properties, key, folder);
        if (!text.matches("\\d{1,3}")) {
            throw new LabException("The lab in " + folder + " has '" + text + "' for " + key + ", which is no number.");
        }
        return Integer.parseInt(text);
    }

    private static String value(Properties properties, String key, Path folder) {
        var text = properties.getProperty(key);
        if (text == null) {
            throw new LabException("The lab in " + folder + " does not say its " + key + ".");
        }
        return text;
    }
}
