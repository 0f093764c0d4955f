package understudy.cli.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import understudy.core.site.Comparison;
import understudy.core.site.SiteProcedure;
import understudy.core.site.Tier;
import understudy.core.site.TierPace;
import understudy.documents.Fields;
import understudy.procedures.TierReader;

/**
 * What an owner wants of one tier otherwise than its procedure has it.
 *
 * @param proofs commands that prove what else a person vouches for, by the confirmation's whole id
 * @param comparisons what has to be the same behind the tier, with the command that lists it
 */
record TierEntry(
        Optional<Tier.Sharing> sharing,
        TierPace pace,
        Map<String, CommandEntry> proofs,
        Map<String, Compared> comparisons) {
    /** Something that is compared, and the command that lists it. */
    record Compared(Comparison comparison, CommandEntry command) {}

    static TierEntry read(Fields fields, Optional<Tier> tier) {
        if (tier.isEmpty()) {
            throw new IllegalArgumentException("the site's procedure has no tier of this name");
        }
        Optional<Tier.Sharing> sharing = fields.optional("pools", fields::text).isPresent()
                ? Optional.of(TierReader.sharing(fields, tier.get().sharing().otherwise()))
                : Optional.empty();
        TierPace pace = TierReader.pace(fields, tier.get().pace());
        String name = tier.get().name();
        Map<String, CommandEntry> proofs = fields.has("confirm")
                ? whole(name, fields.named("confirm", (id, each) -> proof(each, tier.get(), id)))
                : Map.of();
        Map<String, Compared> comparisons = fields.has("compare")
                ? whole(name, fields.named("compare", (id, each) -> compared(each, name + "/" + id)))
                : Map.of();
        fields.end();
        return new TierEntry(sharing, pace, proofs, comparisons);
    }

    private static CommandEntry proof(Fields fields, Tier tier, String id) {
        boolean known = tier.confirmations().stream().anyMatch(each -> each.id().equals(tier.name() + "/" + id));
        CommandEntry command = CommandEntry.read(fields);
        fields.end();
        if (!known) {
            throw new IllegalArgumentException("the tier \"" + tier.name() + "\" has nothing called \"" + id
                    + "\" to confirm, which a command could prove");
        }
        return command;
    }

    private static Compared compared(Fields fields, String id) {
        String text = fields.text("of");
        CommandEntry command = CommandEntry.read(fields);
        fields.end();
        return new Compared(new Comparison(id, text), command);
    }

    private static <T> Map<String, T> whole(String tier, SequencedMap<String, T> byId) {
        Map<String, T> whole = new java.util.LinkedHashMap<>();
        byId.forEach((id, each) -> whole.put(tier + "/" + id, each));
        return whole;
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
        return sharing.map(tier::withSharing)
                .orElse(tier)
                .withPace(pace)
                .withChecks(
                        tier.confirmations().stream()
                                .map(each -> proofs.containsKey(each.id()) ? each.proven() : each)
                                .toList(),
                        comparisons.values().stream().map(Compared::comparison).toList());
    }
}
