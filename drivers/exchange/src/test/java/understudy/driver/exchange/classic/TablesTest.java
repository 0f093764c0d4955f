package understudy.driver.exchange.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the programs of the time print is read strictly, and what has no one reading is not guessed. */
class TablesTest {
    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    @Test
    void readsNodesWhateverTheHeadingsSay() {
        assertThat(Tables.nodes(lines("""
                Status aller verfuegbaren Knoten:

                Knoten         Knoten-ID Status
                -------------- --------- ---------------------
                NODEA                  1 Up
                NODEB                  2 Paused
                """))).isEqualTo(Map.of("NODEA", "Up", "NODEB", "Paused"));
    }

    @Test
    void namesWithBlanksAndNamesWiderThanTheirColumnAreReadByTheNodeAndTheGroup() {
        var row = Tables.row(
                        "Exchange Information Store (EVS1) EVS1                 NODEB           Offline",
                        List.of("NODEA", "NODEB"))
                .orElseThrow();
        assertThat(row).isEqualTo(new Tables.Row("Exchange Information Store (EVS1) EVS1", "NODEB", "Offline"));
        assertThat(Tables.resource(row.before(), "EVS1")).contains("Exchange Information Store (EVS1)");
        assertThat(Tables.resource(row.before(), "Cluster Group")).isEmpty();
    }

    @Test
    void aStatusInAnotherLanguageIsNotGuessed() {
        assertThat(Tables.row("EVS1                 NODEB           Fehlgeschlagen", List.of("NODEA", "NODEB")))
                .isEmpty();
    }

    @Test
    void servicesAreReadByNumbersInAnyLanguage() {
        assertThat(Tables.serviceState(lines("""

                SERVICE_NAME: ClusSvc
                        TYP                : 10  WIN32_OWN_PROCESS
                        STATUS             : 4  RUNNING
                                                (STOPPABLE,PAUSABLE,ACCEPTS_SHUTDOWN)
                        WIN32_EXIT_CODE    : 0  (0x0)
                """))).contains(4);
        assertThat(Tables.startType(lines("        STARTTYP           : 3   DEMAND_START")))
                .contains(3);
        assertThat(Tables.startType(lines("        START_TYPE         : 4   DISABLED")))
                .contains(4);
        assertThat(Tables.startType(lines("        ERROR_CONTROL      : 1   NORMAL")))
                .isEmpty();
        assertThat(Tables.serviceState(lines("[SC] EnumQueryServicesStatus:OpenService FAILED 1060:")))
                .isEmpty();
    }

    @Test
    void theRegistryIsReadWithBlanksAndWithTheTabsOfItsOlderVersion() {
        assertThat(Tables.registry(lines("""

                HKEY_LOCAL_MACHINE\\SOFTWARE\\Understudy
                    Job    REG_SZ    understudy-0123
                    Empty    REG_SZ
                """))).isEqualTo(Map.of("Job", "understudy-0123", "Empty", ""));
        assertThat(Tables.registry(lines("! REG.EXE VERSION 3.0\n\n\tServices\tREG_SZ\tC:\\Program Files\\Exchsrvr")))
                .isEqualTo(Map.of("Services", "C:\\Program Files\\Exchsrvr"));
    }

    @Test
    void digestsAreReadWithBlanksAndWithout() {
        var digest = "0f".repeat(32);
        assertThat(Tables.digest(lines("SHA256-Hash:\n" + "0F ".repeat(32).strip() + "\nCertUtil: OK")))
                .contains(digest);
        assertThat(Tables.digest(lines(digest))).contains(digest);
        assertThat(Tables.digest(lines("CertUtil: -hashfile command FAILED: 0x80070002")))
                .isEmpty();
    }
}
