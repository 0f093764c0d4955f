package understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.cli.commands.AuditVerifyCommand;
import understudy.cli.commands.BigFixPlanCommand;
import understudy.cli.commands.BigFixPrepareCommand;
import understudy.cli.commands.BigFixStartCommand;
import understudy.cli.commands.BigFixWatchCommand;
import understudy.cli.commands.CheckCommand;
import understudy.cli.commands.ExplainCommand;
import understudy.cli.commands.ExportBigFixCommand;
import understudy.cli.commands.InitCommand;
import understudy.cli.commands.PlanCommand;
import understudy.cli.commands.ProceduresCommand;
import understudy.cli.commands.RehearseCommand;
import understudy.cli.commands.RunWishes;
import understudy.cli.commands.RunsCommand;
import understudy.cli.commands.SudoCommand;
import understudy.cli.report.CommandsSent;
import understudy.cli.report.RunReport;
import understudy.cli.report.SiteReport;
import understudy.cli.view.HandSheet;
import understudy.cli.view.RunStatus;
import understudy.cli.view.TakenOver;
import understudy.core.run.Event;
import understudy.core.site.SiteEvent;
import understudy.core.site.SitePlan;
import understudy.documents.json.RecordCodec;
import understudy.engine.audit.AuditLine;

/**
 * The shapes of {@code --output json} and of the events are published in {@code docs/schema}, and change only on purpose. To write the
 * files anew: {@code ./build -pl cli -am verify -Dtest=OutputSchemaTest -Dsurefire.failIfNoSpecifiedTests=false -Dunderstudy.write=true}.
 */
class OutputSchemaTest {
    private static final Path SCHEMAS = Path.of("../docs/schema");

    private static final Map<String, Class<?>> OUTPUTS = new TreeMap<>(Map.ofEntries(
            Map.entry("audit-line", AuditLine.class),
            Map.entry("audit-show", CommandsSent.class),
            Map.entry("audit-verify", AuditVerifyCommand.Verified.class),
            Map.entry("bigfix-plan", BigFixPlanCommand.Shown.class),
            Map.entry("bigfix-prepare", BigFixPrepareCommand.Prepared.class),
            Map.entry("bigfix-start", BigFixStartCommand.Started.class),
            Map.entry("bigfix-watch", BigFixWatchCommand.Watched.class),
            Map.entry("by-hand", HandSheet.class),
            Map.entry("check", CheckCommand.Checked.class),
            Map.entry("event", Event.class),
            Map.entry("explain", ExplainCommand.Explained.class),
            Map.entry("export-bigfix", ExportBigFixCommand.Exported.class),
            Map.entry("init", InitCommand.Introduced.class),
            Map.entry("plan", PlanCommand.Planned.class),
            Map.entry("procedures-check", ProceduresCommand.ProcedureInOrder.class),
            Map.entry("procedures-list", ProceduresCommand.ProcedureList.class),
            Map.entry("procedures-show", ProceduresCommand.ProcedureText.class),
            Map.entry("rehearse", RehearseCommand.Rehearsed.class),
            Map.entry("report", RunReport.class),
            Map.entry("request", RunWishes.Requested.class),
            Map.entry("runs", RunsCommand.Runs.class),
            Map.entry("site-event", SiteEvent.class),
            Map.entry("site-plan", SitePlan.class),
            Map.entry("site-report", SiteReport.class),
            Map.entry("status", RunStatus.class),
            Map.entry("sudo", SudoCommand.SudoRule.class),
            Map.entry("take-over", TakenOver.class)));

    @ParameterizedTest
    @MethodSource("names")
    void isPublishedAsItIs(String name) throws IOException {
        Path file = SCHEMAS.resolve("output-" + name + ".schema.json");
        String schema = new RecordCodec().schema(Objects.requireNonNull(OUTPUTS.get(name)));
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(file, schema);
        }
        assertThat(schema).isEqualTo(Files.readString(file));
    }

    @Test
    void everyRecordThatACommandPrintsIsAmongThem() throws IOException {
        Pattern printed = Pattern.compile("print\\(\\s*(\\w+)\\.class");
        TreeSet<String> records = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/understudy/cli/commands"))) {
            for (Path file : files.toList()) {
                Matcher found = printed.matcher(Files.readString(file));
                while (found.find()) {
                    records.add(found.group(1));
                }
            }
        }
        assertThat(OUTPUTS.values().stream().map(Class::getSimpleName)).containsAll(records);
    }

    static Iterable<String> names() {
        return OUTPUTS.keySet();
    }
}
