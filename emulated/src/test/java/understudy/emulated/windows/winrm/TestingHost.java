package understudy.emulated.windows.winrm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import understudy.emulated.windows.CommandHost;

/** A node with a few programs of its own, which remembers every line that it was given. */
final class TestingHost implements CommandHost {
    static final String ACCOUNT = "PATCH\\operator";

    /** Made anew for each run of the tests. */
    static final String PASSWORD =
            "Umlaut-\u00fc-" + HexFormat.of().toHexDigits(new java.security.SecureRandom().nextLong());

    final List<String> lines = new CopyOnWriteArrayList<>();
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    private final List<String> accounts;

    TestingHost(String... accounts) {
        this.accounts = List.of(accounts);
    }

    TestingHost() {
        this(ACCOUNT);
    }

    @Override
    public String name() {
        return "n1";
    }

    @Override
    public Optional<String> password(String account) {
        return accounts.stream().anyMatch(account::equalsIgnoreCase) ? Optional.of(PASSWORD) : Optional.empty();
    }

    @Override
    public int run(String account, String line, InputStream input, OutputStream output, OutputStream error)
            throws IOException, InterruptedException {
        lines.add(line);
        var cmd = "C:\\Windows\\system32\\cmd.exe /C ";
        var words = (line.startsWith(cmd) ? line.substring(cmd.length()) : line).split(" ", 2);
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "copy" -> input.transferTo(output);
            case "both" -> {
                output.write("out \u00fc\n".getBytes(StandardCharsets.UTF_8));
                error.write("err\n".getBytes(StandardCharsets.UTF_8));
            }
            case "flood" -> flood(output, Integer.parseInt(words[1]));
            case "wait" -> hold();
            case "die" -> throw new IOException("the node lost its power");
            case "exit" -> {
                return (int) Long.parseLong(words[1]);
            }
            default -> output.write(line.getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    private void hold() throws InterruptedException {
        waiting.countDown();
        try {
            new CountDownLatch(1).await();
        } finally {
            ended.countDown();
        }
    }

    private static void flood(OutputStream output, int bytes) throws IOException {
        var random = new Random(1);
        for (int left = bytes; left > 0; left -= 4096) {
            var block = new byte[Math.min(4096, left)];
            random.nextBytes(block);
            for (int i = 0; i < block.length; i++) {
                block[i] = (byte) ('a' + (block[i] & 15));
            }
            output.write(block);
        }
    }
}
