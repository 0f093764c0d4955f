package understudy.driver.exchange.act;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What the exit code of Windows Installer, or of setup, means, and what a person does about it. */
public final class InstallerExit {
    private static final SequencedMap<String, Meaning> CODES = codes();

    private InstallerExit() {}

    /**
     * What a code says.
     *
     * @param good the installer says that it has done its work
     * @param sentence what follows its name
     * @param remedy empty where there is nothing to do
     */
    public record Meaning(boolean good, String sentence, String remedy) {}

    /** Every code that is known here. */
    public static SequencedMap<String, Meaning> all() {
        return java.util.Collections.unmodifiableSequencedMap(CODES);
    }

    static Meaning of(String code) {
        return CODES.getOrDefault(
                code, new Meaning(false, "ended with the unknown code " + code, "Read its log on the node."));
    }

    /** Setup ends with 0 or 1; the rest is Windows Installer's (wpkg.org's list; the last four general knowledge). */
    private static SequencedMap<String, Meaning> codes() {
        SequencedMap<String, Meaning> codes = new LinkedHashMap<>();
        codes.put("0", new Meaning(true, "has succeeded", ""));
        codes.put("3010", new Meaning(true, "has succeeded and asks for a restart", ""));
        codes.put("1641", new Meaning(true, "has succeeded and has begun a restart by itself", ""));
        bad(
                codes,
                "1",
                "ended in an error",
                "Read C:\\ExchangeSetupLogs\\ExchangeSetup.log on the node, then try again.");
        bad(codes, "1601", "could not reach the Windows Installer service", "Start the service msiserver.");
        bad(codes, "1602", "was cancelled by somebody on the node", "Ask who is logged on there.");
        bad(
                codes,
                "1603",
                "ended in a fatal error",
                "Look for \"Return value 3\" in its log on the node: what stands before it is the cause.");
        bad(codes, "1604", "was suspended", "Run it again; it goes on where it stopped.");
        bad(codes, "1605", "did not find the product installed", "Look at what is installed on the node.");
        bad(
                codes,
                "1612",
                "did not find the source of the installed product",
                "Make its medium available, or bring the cached package back to %windir%\\Installer.");
        bad(codes, "1618", "found another installation running", "Wait until that has ended, then retry.");
        bad(codes, "1633", "found a package for another architecture", "Bring the package that fits to the node.");
        bad(codes, "1636", "could not open the package", "Look whether the file is whole, and who may read it.");
        bad(
                codes,
                "1638",
                "found another version installed",
                "Compare the package with what is installed; an interim update is removed first.");
        bad(
                codes,
                "1642",
                "found nothing on the node that it could patch",
                "Compare the package's service pack with the node's.");
        return codes;
    }

    private static void bad(Map<String, Meaning> codes, String code, String sentence, String remedy) {
        codes.put(code, new Meaning(false, sentence, remedy));
    }
}
