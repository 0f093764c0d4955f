package understudy.driver.bigfix.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import understudy.driver.bigfix.trial.TrialWire.Cut;
import understudy.driver.bigfix.wire.Call;

/**
 * A cut that once showed a fault; each is a line of {@code scenarios/bigfix/cuts-that-found-faults.txt}.
 *
 * @param request what is cut, as {@link #name} has it
 * @param place which of the requests of this name, from 1
 */
record FoundCut(String trialCase, String request, int place, boolean after, boolean kills) {
    static List<FoundCut> all() throws IOException {
        return Files.readAllLines(TrialCase.FOLDER.resolve("cuts-that-found-faults.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" *\\| *"))
                .map(words -> new FoundCut(
                        words[0],
                        words[1],
                        Integer.parseInt(words[2]),
                        words[3].equals("after"),
                        words[4].equals("killed")))
                .toList();
    }

    /** A request without the numbers that another run gives otherwise. */
    static String name(Call call) {
        return call.told().isEmpty() ? call.method() + " " + call.path().replaceAll("\\d+", "N") : call.told();
    }

    /** The cut, in a run that makes these requests. */
    Cut in(List<Call> calls) {
        var named = IntStream.range(0, calls.size())
                .filter(at -> name(calls.get(at)).equals(request))
                .toArray();
        return new Cut(named[place - 1], after, kills);
    }
}
