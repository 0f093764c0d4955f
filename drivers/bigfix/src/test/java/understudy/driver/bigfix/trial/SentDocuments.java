package understudy.driver.bigfix.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Policy;
import understudy.driver.bigfix.Analysis;
import understudy.driver.bigfix.wire.ActionPage;
import understudy.driver.bigfix.wire.Call;
import understudy.driver.bigfix.wire.SiteName;

/** Every document that a whole run posts, and those that are posted at other times. */
public final class SentDocuments {
    private SentDocuments() {}

    /** Writes each to a file of its own. */
    public static void write(Path folder) throws Exception {
        var trialCase = TrialCase.all().getLast();
        try (var trial = new Trial(trialCase, Policy.standard())) {
            trial.wire.begin(Optional.empty());
            trial.toTheEnd(Duration.ZERO);
            int number = 0;
            for (Call call : trial.wire.calls) {
                if (call.path().equals("/api/actions")) {
                    write(folder, "run-" + number++, call.body().orElseThrow());
                }
            }
        }
        var odd = new ActionPage.Sourced(
                SiteName.of("Sites & <more>"),
                1,
                2,
                Map.of("Name", "<&\">\n"),
                Map.of("Password", "\u00e4\u20ac"),
                Duration.ofSeconds(93_784),
                "title \"&<");
        write(folder, "odd", ActionPage.sourced(odd));
        write(folder, "analysis", Analysis.document());
    }

    private static void write(Path folder, String name, String document) throws IOException {
        Files.writeString(folder.resolve(name + ".xml"), document);
    }
}
