package understudy.emulated.windows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import understudy.emulated.powershell.Call;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Properties;
import understudy.emulated.powershell.PsObject;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.Service;
import understudy.emulated.world.WindowsNode;

/** Cmdlets about services, processes and time. */
final class SystemCmdlets {
    private final EmulatedNode node;

    private SystemCmdlets(EmulatedNode node) {
        this.node = node;
    }

    static void add(Cmdlets cmdlets, EmulatedNode node) {
        var system = new SystemCmdlets(node);
        cmdlets.add(
                        "Write-Output",
                        "InputObject",
                        call -> call.value("InputObject").stream().toList())
                .add("Get-Service", "Name", call -> List.of(shown(system.service(call))))
                .add("Stop-Service", "Name Force?", call -> system.turn(call, "Stop-Service", false))
                .add("Start-Service", "Name", call -> system.turn(call, "Start-Service", true))
                .add("Set-Service", "Name StartupType", system::startsAs)
                .add("Get-EventLog", "LogName Newest", system::log)
                .add("Get-ChildItem", "Path", system::certificates)
                .add("Get-Process", "Name Id", system::processes)
                .add("Start-Sleep", "Seconds Milliseconds", system::sleep);
    }

    private Service service(Call call) throws PowerShellError {
        var name = call.text("Name");
        return node.node()
                .service(name)
                .orElseThrow(() -> new PowerShellError("Cannot find any service with service name '" + name + "'."));
    }

    private static Properties shown(Service service) {
        return new Properties(service.name())
                .with("Name", service.name())
                .with("Status", service.isRunning() ? "Running" : "Stopped");
    }

    private List<Object> turn(Call call, String verb, boolean running) throws PowerShellError, InterruptedException {
        var service = service(call);
        node.world().note(node.node(), verb + " " + service.name());
        if (running && service.startMode().equals("Disabled")) {
            throw new PowerShellError("Service '" + service.name() + "' cannot be started: it is disabled.");
        }
        node.world().clock().pass(node.world().timing().service());
        service.run(running);
        return List.of();
    }

    private List<Object> startsAs(Call call) throws PowerShellError {
        var service = service(call);
        var type = call.text("StartupType");
        node.world().note(node.node(), "Set-Service " + service.name() + " -StartupType " + type);
        service.startMode(
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "automatic" -> "Auto";
                    case "manual" -> "Manual";
                    case "disabled" -> "Disabled";
                    default -> throw new PowerShellError("Cannot convert value \"" + type + "\" to a start-up type.");
                });
        return List.of();
    }

    /** The newest entries, the newest first. */
    private List<Object> log(Call call) throws PowerShellError {
        if (!call.text("LogName").equals("Application")) {
            throw new PowerShellError("Event log '" + call.text("LogName") + "' does not exist on this machine.");
        }
        List<WindowsNode.Logged> all = node.node().log();
        List<Object> newest = new ArrayList<>();
        int most = Integer.parseInt(call.text("Newest"));
        for (int at = all.size() - 1; at >= 0 && newest.size() < most; at--) {
            var one = all.get(at);
            newest.add(new Properties(one.toString())
                    .with("Index", at + 1)
                    .with("Source", one.source())
                    .with("EventID", one.id())
                    .with("Message", one.text()));
        }
        return newest;
    }

    /** The machine's certificates; nothing else is listed here. */
    private List<Object> certificates(Call call) throws PowerShellError {
        if (!call.text("Path").equalsIgnoreCase("cert:\\LocalMachine\\My")) {
            throw new PowerShellError("Only cert:\\LocalMachine\\My is listed here.");
        }
        List<Object> all = new ArrayList<>();
        node.node()
                .machine()
                .certificates()
                .forEach((subject, until) ->
                        all.add(new Properties(subject).with("Subject", subject).with("NotAfter", new Day(until))));
        return all;
    }

    /** A moment, as far as it is asked for: its day. */
    private record Day(LocalDate day) implements PsObject {
        @Override
        public Object property(String name) {
            return Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            return method.equalsIgnoreCase("ToString") && arguments.equals(List.of("yyyy-MM-dd"))
                    ? day.toString()
                    : PsObject.super.call(method, arguments);
        }
    }

    private List<Object> processes(Call call) throws PowerShellError {
        var id = call.value("Id").map(Values::text);
        var found = node.node().processes().stream()
                .filter(process -> id.isEmpty() || id.get().equals(Integer.toString(process.id())))
                .<Object>map(process -> new Properties(process.program())
                        .with("Name", process.program())
                        .with("Id", process.id()))
                .toList();
        if (id.isPresent() && found.isEmpty()) {
            throw new PowerShellError("No process with process ID " + id.get() + " was found.");
        }
        return found;
    }

    private List<Object> sleep(Call call) throws PowerShellError, InterruptedException {
        long millis = call.has("Milliseconds")
                ? Long.parseLong(call.text("Milliseconds"))
                : Long.parseLong(call.text("Seconds")) * 1000;
        node.world().clock().pass(Duration.ofMillis(millis));
        return List.of();
    }
}
