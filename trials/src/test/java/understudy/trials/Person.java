package understudy.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who types what a hand sheet prints, line by line as it stands, each in a login of its own on the node before it. */
final class Person {
    private static final Pattern LINE = Pattern.compile("     (any node|n[0-9])> (.*)");
    private static final Duration TO_ANSWER = Duration.ofMinutes(3);
    private static final String REBOOT = "systemctl reboot";
    private static final int NO_LOGIN = 255;

    private final Trial trial;

    Person(Trial trial) {
        this.trial = trial;
    }

    /** Does all that stands on the sheet below this title. */
    void does(String title, String sheet) {
        List<String> lines = sheet.lines()
                .dropWhile(line -> !line.equals(title))
                .skip(1)
                .takeWhile(line -> line.startsWith(" "))
                .toList();
        assertThat(lines).as(title).isNotEmpty();
        lines.forEach(line -> {
            var command = LINE.matcher(line);
            if (command.matches()) {
                types(command.group(1), command.group(2));
            }
        });
    }

    /** Where the connection breaks off the node restarts: a person waits for it, and types the line once more. */
    private void types(String where, String line) {
        String node = where.equals("any node") ? member() : where;
        Answer answer = login(node, line);
        while (answer.code() == NO_LOGIN) {
            await(node + " to be logged in to")
                    .atMost(TO_ANSWER)
                    .until(() -> login(node, "true").code() == 0);
            if (line.equals(REBOOT)) {
                return;
            }
            answer = login(node, line);
        }
        assertThat(answer.code()).as(node + "> " + line + "\n" + answer.said()).isZero();
        if (line.equals("dpkg --audit")) {
            assertThat(answer.said()).as("what is inconsistent on " + node).isEmpty();
        }
    }

    private String member() {
        return trial.nodes.memberships().entrySet().stream()
                .filter(one -> List.of("online", "standby").contains(one.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private record Answer(int code, String said) {}

    private Answer login(String node, String line) {
        List<String> ssh = Stream.of(
                        List.of(
                                "timeout",
                                "600",
                                "ssh",
                                "-F",
                                trial.lab.sshConfiguration().toString()),
                        List.of("-o", "ConnectTimeout=3", "-o", "ServerAliveInterval=2", "-o", "ServerAliveCountMax=3"),
                        List.of(node, line))
                .flatMap(List::stream)
                .toList();
        try {
            Process process = new ProcessBuilder(ssh).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            System.out.println(node + "> " + line + "\n" + said.strip() + (code == 0 ? "" : "\nended with " + code));
            return new Answer(code, said.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The trial was interrupted while a person typed on " + node + ": " + line, e);
        }
    }
}
