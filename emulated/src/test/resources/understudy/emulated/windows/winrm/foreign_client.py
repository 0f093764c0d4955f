"""Sends commands to a WinRM listener with clients that nobody here wrote; prints what came back as lines of JSON.

foreign_client.py CLIENT WAY PORT CERTIFICATE   with the account in ACCOUNT and its password in PASSWORD (environment)
"""
import json
import os
import sys

CLIENT, WAY, PORT, CERTIFICATE = sys.argv[1:]
ACCOUNT, PASSWORD = os.environ["ACCOUNT"], os.environ["PASSWORD"]
COMMANDS = [
    ("both", []),
    ("cluster.exe", ["res", '"Network Name (CMS1)"', "/status"]),
    ("sc.exe", ["query", "MSExchangeIS"]),
    ("reg.exe", ["query", '"HKLM\\SOFTWARE\\Microsoft\\Exchange"', "/s"]),
    ("exit", ["3010"]),
    ("flood", ["200000"]),
]


def tell(output, error, code):
    print(json.dumps({"output": output.decode("utf-8"), "error": error.decode("utf-8"), "exit": code}))


def pywinrm():
    from winrm.protocol import Protocol

    scheme = "http" if WAY == "ntlm-http" else "https"
    protocol = Protocol(
        endpoint=f"{scheme}://localhost:{PORT}/wsman",
        transport="basic" if WAY == "basic-https" else "ntlm",
        username=ACCOUNT,
        password=PASSWORD,
        ca_trust_path=CERTIFICATE,
        server_cert_validation="validate",
        message_encryption="always" if scheme == "http" else "never",
        proxy=None,
    )
    shell = protocol.open_shell(codepage=65001)
    for program, arguments in COMMANDS:
        command = protocol.run_command(shell, program, arguments)
        tell(*protocol.get_command_output(shell, command))
        protocol.cleanup_command(shell, command)
    command = protocol.run_command(shell, "copy", console_mode_stdin=False, skip_cmd_shell=True)
    protocol.send_command_input(shell, command, "script and values", end=True)
    tell(*protocol.get_command_output(shell, command))
    protocol.close_shell(shell)


def pypsrp():
    from pypsrp.shell import Process, WinRS
    from pypsrp.wsman import WSMan

    tls = WAY != "ntlm-http"
    wsman = WSMan(
        "localhost",
        port=int(PORT),
        ssl=tls,
        username=ACCOUNT,
        password=PASSWORD,
        auth="basic" if WAY == "basic-https" else "ntlm",
        cert_validation=CERTIFICATE if tls else True,
        encryption="auto" if tls else "always",
        no_proxy=True,
    )
    with wsman, WinRS(wsman, codepage=65001) as shell:
        for program, arguments in COMMANDS:
            process = Process(shell, program, arguments)
            process.invoke()
            process.signal("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/Terminate")
            tell(process.stdout, process.stderr, process.rc)
        process = Process(shell, "copy", no_shell=True)
        process.begin_invoke()
        process.send(b"script and values", end=True)
        process.end_invoke()
        tell(process.stdout, process.stderr, process.rc)


{"pywinrm": pywinrm, "pypsrp": pypsrp}[CLIENT]()
