package understudy.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import understudy.cli.report.TestingSiteNight;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteMachine;
import understudy.core.site.SiteState;

class SitePanelTest {
    @ParameterizedTest
    @CsvSource({"80, 24", "40, 10", "20, 5", "200, 60"})
    void keepsToTheScreenAtEveryMomentOfARun(int columns, int rows) {
        Screen.Size size = Screen.Size.of(columns, rows);
        for (SitePanel.Scene scene : scenes()) {
            List<Tone.Line> lines = SitePanel.lines(scene, size);
            assertThat(lines).hasSizeLessThan(rows);
            assertThat(lines).allSatisfy(line -> assertThat(line.text()).hasSizeLessThan(columns));
        }
    }

    @Test
    void showsHowFarItIsWhoIsUnderWayAndWhatIsAsked() {
        assertThat(scenes())
                .anySatisfy(scene -> assertThat(text(scene))
                        .contains("office-1 on office: 1 of 7 done, wave client-access")
                        .anySatisfy(line -> assertThat(line).matches("  cas2 +0.0 s +begins"))
                        .anySatisfy(line -> assertThat(line).matches("  cas3 +0.0 s +begins")))
                .anySatisfy(scene -> assertThat(text(scene))
                        .contains(
                                "? Wave client-access with 2 members is next: may it begin?",
                                "  understudy site approve office-1 'wave/client-access'"));
    }

    private static List<String> text(SitePanel.Scene scene) {
        return SitePanel.lines(scene, Screen.Size.of(120, 40)).stream()
                .map(Tone.Line::text)
                .toList();
    }

    private static List<SitePanel.Scene> scenes() {
        List<SitePanel.Scene> scenes = new ArrayList<>();
        SiteState state = SiteState.empty();
        for (SiteEvent event : TestingSiteNight.events("So.")) {
            state = SiteMachine.apply(state, event);
            scenes.add(
                    new SitePanel.Scene(state, Map.of(), scenes.size(), Duration.ofSeconds(scenes.size()), event.at()));
        }
        return scenes;
    }
}
