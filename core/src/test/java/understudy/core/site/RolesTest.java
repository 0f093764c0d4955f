package understudy.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A procedure makes the waves of members by their roles. */
class RolesTest {
    private static final Confirmation PREPARED = new Confirmation("preparation/schema", "Is it prepared?", true);

    @Test
    void whoeverHasSeveralRolesCountsByTheFirst() {
        Roles roles = new Roles(
                procedure(tier("front", "f"), tier("back", "b")),
                List.of(cast("x", "b"), cast("both", "b", "f"), cast("y", "b")));

        assertThat(names(roles.waves())).containsExactly("front: both", "back: x y");
        assertThat(roles.waves().getFirst().members().getFirst().role()).contains("f");
    }

    @Test
    void whatOnlyAPersonDoesStandsBeforeTheNextTierThatHasMembers() {
        Tier preparation = new Tier(
                "preparation",
                List.of(),
                Optional.empty(),
                Tier.Sharing.apart(),
                List.of(PREPARED),
                TierPace.standard());
        Roles roles = new Roles(procedure(preparation, tier("front", "f"), tier("back", "b")), List.of(cast("x", "b")));

        assertThat(roles.waves().getFirst().confirmations()).containsExactly(PREPARED);
        assertThat(names(roles.waves())).containsExactly("back: x");
    }

    @Test
    void canariesAreAWaveOfTheirOwnInTheSameTier() {
        Tier paced = tier("front", "f").withPace(new TierPace(3, 1, 0, Duration.ofMinutes(30), false));
        Roles roles = new Roles(procedure(paced), List.of(cast("a", "f"), cast("b", "f"), cast("c", "f")));

        assertThat(names(roles.waves())).containsExactly("front-canary: a", "front: b c");
        assertThat(roles.waves()).allMatch(wave -> wave.tier().equals("front"));
        assertThat(roles.waves().getLast().pause()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aPoolThatGoesTogetherIsAWaveThatBeginsAllAtOnceAndIsAnnounced() {
        Tier together = tier("front", "f").withSharing(new Tier.Sharing(true, Optional.of("Keys break.")));
        List<Roles.Cast> casts = List.of(pooled("a"), pooled("b"), cast("c", "f"));
        Roles roles = new Roles(procedure(together), casts);

        Wave wave = roles.waves().getFirst();
        assertThat(names(roles.waves())).containsExactly("front-web: a b", "front: c");
        assertThat(wave.together()).isTrue();
        assertThat(wave.atOnce()).isEqualTo(2);
        assertThat(roles.notices())
                .containsExactly("Announced outage: a, b, which share the clients of web, are away all together.");

        Tier apart = together.withSharing(new Tier.Sharing(false, Optional.of("Keys break.")));
        assertThat(new Roles(procedure(apart), casts).notices()).containsExactly("a, b: Keys break.");
    }

    @Test
    void theOwnersOwnWavesMustKeepTheOrderOfTheProcedure() {
        Roles roles =
                new Roles(procedure(tier("front", "f"), tier("back", "b")), List.of(cast("x", "f"), cast("y", "b")));
        Wave front = own("one", "x");
        Wave back = own("two", "y");

        assertThat(roles.waves(List.of(front, back)).stream().map(Wave::tier)).containsExactly("front", "back");
        assertThatThrownBy(() -> roles.waves(List.of(back, front)))
                .hasMessage("wave one (front) stands behind one of back, and site/x has it before: because of f");
        assertThatThrownBy(() -> roles.waves(List.of(own("both", "x", "y"))))
                .hasMessage("the members of wave both are of one tier: give each tier waves of its own");
        assertThatThrownBy(() -> roles.waves(List.of(front)))
                .hasMessage("y is a member of the site and stands in none of its waves");
    }

    private static Wave own(String name, String... members) {
        return new Wave(
                name, "all", Arrays.stream(members).map(RolesTest::member).toList(), 1, false, false, Duration.ZERO, 0);
    }

    private static SiteProcedure procedure(Tier... tiers) {
        return new SiteProcedure("site/x", "X", List.of(tiers));
    }

    private static Tier tier(String name, String role) {
        return new Tier(
                name,
                List.of(role),
                Optional.of("because of " + role),
                Tier.Sharing.apart(),
                List.of(),
                TierPace.standard());
    }

    private static Roles.Cast cast(String name, String... roles) {
        return new Roles.Cast(member(name), List.of(roles));
    }

    private static Roles.Cast pooled(String name) {
        return new Roles.Cast(new SiteMember(new MemberName(name), Optional.of("web"), List.of()), List.of("f"));
    }

    private static SiteMember member(String name) {
        return new SiteMember(new MemberName(name), Optional.empty(), List.of());
    }

    private static List<String> names(List<Wave> waves) {
        return waves.stream()
                .map(wave -> wave.name() + ": "
                        + String.join(
                                " ",
                                wave.members().stream()
                                        .map(each -> each.name().value())
                                        .toList()))
                .toList();
    }
}
