package understudy.emulated.windows;

import java.util.List;
import java.util.Locale;
import understudy.emulated.powershell.Call;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Properties;
import understudy.emulated.powershell.PsObject;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.Registry;
import understudy.emulated.world.WindowsNode;

/** The cmdlets for items: keys of the registry, and files. */
final class RegistryCmdlets {
    private final WindowsNode node;

    private RegistryCmdlets(WindowsNode node) {
        this.node = node;
    }

    static void add(Cmdlets cmdlets, EmulatedNode emulated) {
        var registry = new RegistryCmdlets(emulated.node());
        cmdlets.add("Test-Path", "Path", call -> List.of(registry.isThere(call.text("Path"))))
                .add("Get-Item", "Path", call -> List.of(registry.item(call.text("Path"))))
                .add("New-Item", "Path Force?", registry::make)
                .add("Set-ItemProperty", "Path Name Value", registry::set)
                .add("Remove-ItemProperty", "Path Name", registry::remove);
    }

    private static boolean isKey(String path) {
        return path.toUpperCase(Locale.ROOT).startsWith("HKLM:\\");
    }

    private boolean isThere(String path) {
        return isKey(path) ? node.registry().has(path) : node.file(path).isPresent();
    }

    private Object item(String path) throws PowerShellError {
        if (!isThere(path)) {
            throw missing(path);
        }
        if (isKey(path)) {
            return new Key(node.registry(), path);
        }
        var version = node.versionOf(path).map(Object::toString).orElse("");
        return new Properties(path)
                .with("FullName", path)
                .with("Length", node.file(path).map(content -> content.length).orElse(0))
                .with(
                        "VersionInfo",
                        new Properties(version).with("FileVersion", version).with("ProductVersion", version));
    }

    private List<Object> make(Call call) throws PowerShellError {
        node.registry().make(key(call));
        return List.of();
    }

    private List<Object> set(Call call) throws PowerShellError {
        if (!node.registry().has(key(call))) {
            throw missing(key(call));
        }
        node.registry().set(key(call), call.text("Name"), call.text("Value"));
        return List.of();
    }

    private List<Object> remove(Call call) throws PowerShellError {
        if (!node.registry().remove(key(call), call.text("Name"))) {
            throw new PowerShellError("Property " + call.text("Name") + " does not exist at path " + key(call) + ".");
        }
        return List.of();
    }

    private static String key(Call call) throws PowerShellError {
        var path = call.text("Path");
        if (!isKey(path)) {
            throw new PowerShellError("Only keys of HKLM: are written here, not '" + path + "'.");
        }
        return path;
    }

    private static PowerShellError missing(String path) {
        return new PowerShellError("Cannot find path '" + path + "' because it does not exist.");
    }

    /** A key of the registry. */
    private record Key(Registry registry, String path) implements PsObject {
        @Override
        public Object property(String name) {
            return name.equalsIgnoreCase("Name") ? path : Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return switch (method.toLowerCase(Locale.ROOT)) {
                case "getvaluenames" -> List.<Object>copyOf(registry.names(path));
                case "getvalue" ->
                    registry.value(path, Values.text(arguments.getFirst()))
                            .<Object>map(value -> value)
                            .orElse(Values.NULL);
                default -> PsObject.super.call(method, arguments);
            };
        }
    }
}
