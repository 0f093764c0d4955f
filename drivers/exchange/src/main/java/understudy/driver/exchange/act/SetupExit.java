package understudy.driver.exchange.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Finding;
import understudy.core.model.NodeId;
import understudy.remote.windows.Said;

/** What setup's exit code and its words mean; the codes above 1 are Windows Installer's. */
final class SetupExit {
    private static final Map<String, Meaning> CODES = Map.ofEntries(
            known(
                    "1",
                    "ended in an error",
                    "Read C:\\ExchangeSetupLogs\\ExchangeSetup.log on the node, then try again."),
            known("1601", "could not reach the Windows Installer service", "Start the service msiserver."),
            known("1602", "was cancelled by somebody on the node", "Ask who is logged on there."),
            known("1603", "ended in a fatal error", "Read C:\\ExchangeSetupLogs\\ExchangeSetup.msilog on the node."),
            known("1605", "did not find the product installed", "Look at what is installed on the node."),
            known(
                    "1612",
                    "did not find the source of the installed product",
                    "Make its installation medium available."),
            known("1618", "found another installation running", "Wait until that has ended, then retry."),
            known("1638", "found another version installed", "Compare the medium with what is installed."),
            known(
                    "1642",
                    "found nothing on the node that it could patch",
                    "Compare the medium with what is installed."));

    private SetupExit() {}

    /** What a code means and what to do about it. */
    private record Meaning(String sentence, String remedy) {}

    private static Map.Entry<String, Meaning> known(String code, String sentence, String remedy) {
        return Map.entry(code, new Meaning(sentence, remedy));
    }

    /** The finding of a setup that has not surely succeeded; empty where its word is good. Exit 3010 asks for a restart and is good. */
    static Optional<Finding> judge(NodeId node, String mode, Said said) {
        var code = said.first("code").orElse("?");
        List<String> lines = said.all("line");
        if (code.equals("0") || code.equals("3010") || code.equals("1641")) {
            boolean inUse = lines.stream()
                    .anyMatch(line -> line.contains("FileInUse::") && line.contains("Added to Filelist:"));
            return inUse
                    ? Optional.of(Finding.error(
                            "SETUP-FILES-IN-USE",
                            node.value(),
                            "Setup " + mode + " on " + node + " met files in use, so that it may not have applied.",
                            "Close what holds them open, restart the node and read the file versions."))
                    : Optional.empty();
        }
        var meaning = CODES.getOrDefault(
                code, new Meaning("ended with the unknown code " + code, "Read ExchangeSetup.log on the node."));
        var error = lines.stream().filter(line -> line.startsWith("[ERROR]")).findFirst();
        return Optional.of(Finding.error(
                "SETUP-FAILED",
                node.value(),
                "Setup " + mode + " on " + node + " " + meaning.sentence()
                        + error.map(line -> ": "
                                        + line.substring("[ERROR]".length()).strip())
                                .orElse("."),
                meaning.remedy()));
    }
}
