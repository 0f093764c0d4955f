package understudy.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import understudy.core.site.Confirmation;
import understudy.core.site.SiteProcedure;
import understudy.core.site.Tier;
import understudy.documents.BrokenDocument;
import understudy.documents.Document;
import understudy.documents.schema.SchemaCheck;

class ShippedSitesTest {
    @ParameterizedTest
    @MethodSource("ids")
    void everyShippedSiteProcedureIsReadAndAgreesWithItsSchema(String id) throws Exception {
        SiteProcedure procedure = ShippedSites.find(id).orElseThrow();
        String schema = Files.readString(Path.of("../docs/schema/site-procedure.schema.json"));

        assertThat(procedure.id()).isEqualTo(id);
        assertThat(new SchemaCheck(schema).problems(Document.parse(Path.of(id), Shipped.text(id))))
                .isEmpty();
    }

    @Test
    void exchange2007GoesFromClientAccessToUnifiedMessaging() {
        SiteProcedure procedure = ShippedSites.find("site/exchange-2007").orElseThrow();

        assertThat(procedure.roles())
                .containsExactly("ad-connector", "client-access", "hub-transport", "mailbox", "unified-messaging");
        assertThat(procedure.tiers().getFirst().roles())
                .as("what another person does")
                .isEmpty();
        assertThat(procedure.tiers().getFirst().confirmations()).allMatch(Confirmation::byAnother);
        assertThat(procedure.place(List.of("mailbox", "client-access"))).contains(2);
    }

    @Test
    void exchange2003TakesLoadBalancedFrontEndsTogetherAndWarnsWhereItMayNot() {
        Tier front = tier("site/exchange-2003");
        assertThat(front.sharing().together()).isTrue();
        assertThat(front.sharing().otherwise().orElseThrow()).contains("synchronisation keys");
        assertThat(tier("site/exchange-2000").sharing()).isEqualTo(Tier.Sharing.apart());
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertThatThrownBy(() -> SiteProcedureFile.read(Path.of("own.yaml"), """
                        format: 1
                        id: own
                        title: Own
                        tiers:
                          - {name: front, roles: [front], pools: apart}
                          - {name: back}
                        """))
                .isInstanceOf(BrokenDocument.class)
                .hasMessageContaining("own.yaml:5:42: ")
                .hasMessageContaining("own.yaml:6:12: a tier has \"roles\", or something to \"confirm\", or both");
    }

    private static Tier tier(String id) {
        return ShippedSites.find(id).orElseThrow().tiers().stream()
                .filter(tier -> tier.name().equals("front-end"))
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids() {
        return ShippedSites.ids();
    }
}
