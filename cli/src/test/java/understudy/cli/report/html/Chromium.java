package understudy.cli.report.html;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page in a Chromium without a screen, asked over its DevTools protocol on loopback. */
final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SECONDS = 60;
    private final Process process;
    private final Path folder;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> heard;
    private final List<JsonNode> events = new ArrayList<>();
    private String session = "";
    private int calls;

    private Chromium(Process process, Path folder, WebSocket socket, BlockingQueue<JsonNode> heard) {
        this.process = process;
        this.folder = folder;
        this.socket = socket;
        this.heard = heard;
    }

    static Chromium start(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        Path port = folder.resolve("DevToolsActivePort");
        Awaitility.await("Chromium's port; what it said is in chromium.log")
                .atMost(SECONDS, TimeUnit.SECONDS)
                .until(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
        List<String> lines = Files.readAllLines(port);
        BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Ear(heard))
                .get(SECONDS, TimeUnit.SECONDS);
        Chromium chromium = new Chromium(process, folder, socket, heard);
        String target = chromium.call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        chromium.session = chromium.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            chromium.call(domain + ".enable", Map.of());
        }
        return chromium;
    }

    /** Opens the file on a screen of that width, in {@code light} or {@code dark}, and waits until it is loaded. */
    void open(Path file, int width, String scheme) throws Exception {
        events.clear();
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        while (events.stream().noneMatch(event -> method(event).equals("Page.loadEventFired"))) {
            events.add(next());
        }
    }

    /** All that the page has asked for since it was opened. */
    List<String> requests() {
        return events.stream()
                .filter(event -> method(event).equals("Network.requestWillBeSent"))
                .map(event -> event.get("params").get("request").get("url").asString())
                .toList();
    }

    /** What the browser has complained about. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> method(event).equals("Log.entryAdded")
                        || method(event).equals("Runtime.exceptionThrown")
                        || method(event).equals("Page.javascriptDialogOpening"))
                .map(JsonNode::toString)
                .toList();
    }

    /** The value of a JavaScript expression in the page, awaited where it is a promise. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** The whole page as PNG. */
    void photograph(Path picture) throws Exception {
        JsonNode size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip = Map.of(
                "x",
                0,
                "y",
                0,
                "width",
                size.get("width").asInt(),
                "height",
                size.get("height").asInt(),
                "scale",
                1);
        save(call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip)), picture);
    }

    /** The page as it would be printed on A4, as PDF. */
    void print(Path paper) throws Exception {
        save(call("Page.printToPDF", Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69)), paper);
    }

    /** Ends the browser with all its processes, which write into the folder to their last moment, and takes the folder away. */
    @Override
    public void close() {
        List<ProcessHandle> others = process.descendants().toList();
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        others.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await("the end of everything that Chromium has written")
                .atMost(SECONDS, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> isGone(folder));
    }

    private static boolean isGone(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return !Files.exists(folder);
    }

    private static void save(JsonNode answer, Path file) throws IOException {
        Files.write(file, Base64.getDecoder().decode(answer.get("data").asString()));
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        calls++;
        Map<String, Object> message = session.isEmpty()
                ? Map.of("id", calls, "method", method, "params", parameters)
                : Map.of("id", calls, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JSON.writeValueAsString(message), true).get(SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonNode answer = next();
            if (!answer.has("id")) {
                events.add(answer);
            } else if (answer.get("id").asInt() == calls) {
                if (answer.has("error")) {
                    throw new IllegalStateException(method + ": " + answer.get("error"));
                }
                return answer.get("result");
            }
        }
    }

    private JsonNode next() throws InterruptedException {
        JsonNode message = heard.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("Chromium has said nothing for " + SECONDS + " s.");
        }
        return message;
    }

    private static String method(JsonNode event) {
        return event.path("method").asString("");
    }

    /** Puts the parts of each message together. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> heard;
        private final StringBuilder parts = new StringBuilder();

        Ear(BlockingQueue<JsonNode> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                heard.add(JSON.readTree(parts.toString()));
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
