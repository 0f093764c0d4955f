package understudy.driver.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.core.model.Patch;

/** The files of a service pack or an update rollup as a patch names them: at the same paths on every node. */
public final class Medium {
    private Medium() {}

    /** All files, each with its digest. */
    public static List<Patch.PatchFile> files(Patch patch) {
        return patch.content() instanceof Patch.Content.Files(List<Patch.PatchFile> files) ? files : List.of();
    }

    /** The service pack's Setup.com. */
    public static Optional<Patch.PatchFile> setup(Patch patch) {
        return ending(patch, "setup.com");
    }

    /** The update rollup, for Windows Installer. */
    public static Optional<Patch.PatchFile> rollup(Patch patch) {
        return ending(patch, ".msp");
    }

    /** What is run on a node to install the patch. */
    public static Optional<Patch.PatchFile> installer(Patch patch) {
        return setup(patch).or(() -> rollup(patch));
    }

    private static Optional<Patch.PatchFile> ending(Patch patch, String end) {
        return files(patch).stream()
                .filter(file -> file.path().toLowerCase(Locale.ROOT).endsWith(end))
                .findFirst();
    }

    /** Whether the file is for such a node, by its own word in the patch or else by Microsoft's in its name. */
    public static boolean fits(Patch.PatchFile file, String architecture) {
        var named = file.path().toLowerCase(Locale.ROOT);
        var meant = file.arch().isEmpty()
                ? named.contains("-x64-") ? "x64" : named.contains("-x86-") || named.contains("-i386-") ? "x86" : ""
                : file.arch().toLowerCase(Locale.ROOT);
        if (meant.isEmpty() || architecture.isEmpty()) {
            return true;
        }
        boolean isWide = meant.equals("x64") || meant.equals("amd64") || meant.equals("x86_64");
        return isWide == architecture.equalsIgnoreCase("AMD64");
    }
}
