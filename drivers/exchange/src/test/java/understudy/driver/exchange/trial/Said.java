package understudy.driver.exchange.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import understudy.documents.Document;
import understudy.documents.Fields;
import understudy.engine.run.RunEnding;

/**
 * Everything that a run has said, asked for the sentences of the table of the rules ({@code docs/evidence/exchange-rules.yaml}), so that what the
 * table quotes really comes out. That each is asked for somewhere, the test of the table's page sees.
 */
record Said(String words) {
    private static final Path TABLE = Path.of("../../docs/evidence/exchange-rules.yaml");

    /** A line of the table. */
    private record Rule(String id, String sentence) {
        static Rule of(Fields fields) {
            var rule = new Rule(fields.text("id"), fields.optionalText("says").orElse(""));
            fields.text("rule");
            fields.optionalText("missing");
            for (String list : List.of("shown", "also")) {
                if (fields.has(list)) {
                    fields.strings(list);
                }
            }
            fields.end();
            return rule;
        }
    }

    static Said in(Trial trial) {
        return in(trial.journal, trial.endings);
    }

    static Said in(ClassicTrial trial) {
        return in(trial.journal, trial.endings);
    }

    private static Said in(TestingJournal journal, List<RunEnding> endings) {
        var events = journal.replay().stream().map(Object::toString).collect(Collectors.joining("\n"));
        return new Said(
                events + "\n" + endings.stream().map(RunEnding::sentence).collect(Collectors.joining("\n")));
    }

    /** The sentence of each of these rules is among it. */
    void says(String... rules) {
        for (String rule : rules) {
            assertThat(words).as(rule).contains(sentence(rule));
        }
    }

    private static String sentence(String id) {
        List<Rule> rules = Document.read(TABLE, fields -> {
            fields.text("title");
            fields.text("intro");
            var all = fields.list("rules", Rule::of);
            fields.end();
            return all;
        });
        return rules.stream()
                .filter(rule -> rule.id().equals(id) && !rule.sentence().isEmpty())
                .findFirst()
                .orElseThrow()
                .sentence();
    }
}
