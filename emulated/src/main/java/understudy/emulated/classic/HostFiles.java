package understudy.emulated.classic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.emulated.world.RestsOn;

/** Files of a node through its administrative share: their digests, and lines in them. */
final class HostFiles {
    private static final Pattern SHARE = Pattern.compile("\\\\\\\\([^\\\\]+)\\\\([A-Za-z])\\$(\\\\.+)");

    private HostFiles() {}

    private static Optional<byte[]> file(OldWorld world, String path) {
        var matcher = SHARE.matcher(path);
        return matcher.matches()
                ? ManagementHost.reached(world, matcher.group(1))
                        .flatMap(node -> node.file(matcher.group(2) + ":" + matcher.group(3)))
                : Optional.empty();
    }

    /** {@code certutil -hashfile}. */
    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "The lines of certutil -hashfile, and its exit code for a file that is not there.")
    record Digest(OldWorld world) implements HostProgram {
        @Override
        public Said run(List<String> arguments) {
            if (arguments.size() != 3
                    || !arguments.getFirst().equals("-hashfile")
                    || !arguments.get(2).equals("SHA256")) {
                return Said.of(1, "CertUtil: Unknown arg");
            }
            var content = file(world, arguments.get(1));
            if (content.isEmpty()) {
                return Said.of(-2147024894, "CertUtil: -hashfile command FAILED: 0x80070002 (WIN32: 2)");
            }
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(content.get());
                return Said.of(
                        0,
                        "SHA256 hash of file " + arguments.get(1) + ":",
                        HexFormat.ofDelimiter(" ").formatHex(digest),
                        "CertUtil: -hashfile command completed successfully.");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    /** {@code findstr /c:WORDS FILE}. */
    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "findstr ends with 1 where it finds nothing, and where there is no such file.")
    record Find(OldWorld world) implements HostProgram {
        @Override
        public Said run(List<String> arguments) {
            if (arguments.size() != 2 || !arguments.getFirst().startsWith("/c:")) {
                return Said.of(2, "FINDSTR: Bad command line");
            }
            var content = file(world, arguments.get(1));
            if (content.isEmpty()) {
                return Said.of(1, "FINDSTR: Cannot open " + arguments.get(1));
            }
            var words = arguments.getFirst().substring("/c:".length());
            List<String> lines = new String(content.get(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.contains(words))
                    .toList();
            return lines.isEmpty() ? Said.of(1) : Said.of(0, lines.toArray(String[]::new));
        }
    }
}
