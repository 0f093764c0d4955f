package understudy.cli.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.site.SiteProcedure;
import understudy.core.site.Tier;
import understudy.core.site.TierPace;
import understudy.documents.Fields;
import understudy.procedures.TierReader;

/** What an owner wants of one tier otherwise than its procedure has it. */
record TierEntry(Optional<Tier.Sharing> sharing, TierPace pace) {
    static TierEntry read(Fields fields, Optional<Tier> tier) {
        if (tier.isEmpty()) {
            throw new IllegalArgumentException("the site's procedure has no tier of this name");
        }
        Optional<Tier.Sharing> sharing = fields.optional("pools", fields::text).isPresent()
                ? Optional.of(TierReader.sharing(fields, tier.get().sharing().otherwise()))
                : Optional.empty();
        TierPace pace = TierReader.pace(fields, tier.get().pace());
        fields.end();
        return new TierEntry(sharing, pace);
    }

    /** The procedure as the owner wants it. */
    static SiteProcedure applied(SiteProcedure procedure, Map<String, TierEntry> wishes, List<String> leftOut) {
        return new SiteProcedure(
                procedure.id(),
                procedure.title(),
                procedure.tiers().stream()
                        .filter(tier -> !leftOut.contains(tier.name()))
                        .map(tier -> Optional.ofNullable(wishes.get(tier.name()))
                                .map(wish -> wish.applied(tier))
                                .orElse(tier))
                        .toList());
    }

    private Tier applied(Tier tier) {
        return sharing.map(tier::withSharing).orElse(tier).withPace(pace);
    }
}
