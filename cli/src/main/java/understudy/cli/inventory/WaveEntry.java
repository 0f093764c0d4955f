package understudy.cli.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import understudy.core.site.SiteMember;
import understudy.core.site.Wave;
import understudy.documents.Fields;

/** A wave as the inventory has it, before its members are looked up. */
record WaveEntry(
        String name,
        Optional<String> tier,
        List<String> members,
        int atOnce,
        boolean together,
        boolean approval,
        Duration pause,
        Allowance failures) {
    private static final int MOST = 1000;

    /** @param member refuses a name that no member may have */
    static WaveEntry read(Fields fields, Function<String, String> member) {
        WaveEntry wave = new WaveEntry(
                fields.text("name"),
                fields.optionalText("tier"),
                fields.texts("members", member),
                fields.has("atOnce") ? fields.number("atOnce", 1, MOST) : 1,
                fields.optional("together", fields::flag).orElse(false),
                fields.optional("approval", fields::flag).orElse(false),
                fields.optional("pause", fields::duration).orElse(Duration.ZERO),
                Allowance.read(fields));
        fields.end();
        return wave;
    }

    Wave wave(Function<String, SiteMember> member) {
        return new Wave(
                name,
                tier.orElse("all"),
                members.stream().map(member).toList(),
                atOnce,
                together,
                approval,
                pause,
                failures.of(members.size()));
    }
}
