package understudy.procedures;

import java.util.List;
import java.util.Optional;
import understudy.core.site.Confirmation;
import understudy.core.site.Tier;
import understudy.core.site.TierPace;
import understudy.documents.Fields;

/** Reads one tier of a site procedure, and what an inventory wants otherwise of it. */
public final class TierReader {
    private static final int MOST = 1000;

    private TierReader() {}

    static Tier read(Fields fields) {
        String name = fields.text("name");
        List<String> roles = fields.has("roles") ? fields.strings("roles") : List.of();
        Optional<String> reason = fields.optionalText("reason");
        Tier.Sharing sharing = sharing(fields, fields.optionalText("otherwise"));
        List<Confirmation> confirmations =
                fields.has("confirm") ? fields.list("confirm", each -> confirmation(name, each)) : List.of();
        TierPace pace = pace(fields, TierPace.standard());
        if (!fields.has("roles") && !fields.has("confirm")) {
            fields.reject("name", "a tier has \"roles\", or something to \"confirm\", or both");
        }
        fields.end();
        return new Tier(name, roles, reason, sharing, confirmations, pace);
    }

    /** What the key {@code pools} says; apart where it is absent. */
    public static Tier.Sharing sharing(Fields fields, Optional<String> otherwise) {
        boolean together = fields.optional("pools", key -> fields.choice(key, Pools.class))
                .filter(Pools.TOGETHER::equals)
                .isPresent();
        return new Tier.Sharing(together, otherwise);
    }

    /** The keys of a pace; what is absent is as it was. */
    public static TierPace pace(Fields fields, TierPace before) {
        return new TierPace(
                fields.has("atOnce") ? fields.number("atOnce", 1, MOST) : before.atOnce(),
                fields.has("canaries") ? fields.number("canaries", 0, MOST) : before.canaries(),
                fields.has("failures") ? fields.number("failures", 0, MOST) : before.failures(),
                fields.optional("pause", fields::duration).orElse(before.pause()),
                fields.optional("approval", fields::flag).orElse(before.approval()));
    }

    private static Confirmation confirmation(String tier, Fields fields) {
        String id = fields.text("id");
        String ask = fields.text("ask");
        boolean another = fields.optional("by", key -> fields.choice(key, By.class))
                .filter(By.ANOTHER::equals)
                .isPresent();
        fields.end();
        return new Confirmation(tier + "/" + id, ask, another);
    }

    private enum Pools {
        TOGETHER,
        ONE_BY_ONE
    }

    private enum By {
        ANYBODY,
        ANOTHER
    }
}
