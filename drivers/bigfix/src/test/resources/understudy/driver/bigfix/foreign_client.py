"""What besapi, which nobody here wrote, makes of the emulated server and of what the driver sends. One JSON object on the output."""
import json
import os
import sys

import besapi.besapi as besapi

server, authorities, folder, fixlet_computer, relevance = sys.argv[1:6]
connection = besapi.BESConnection("patcher", os.environ["PASSWORD"], server, verify=authorities)
said = {"login": bool(connection), "valid": {}, "replies": {}}
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as file:
        said["valid"][name] = besapi.validate_xsd(file.read())
said["xml"] = [
    [str(answer) for answer in entry.Answer]
    for entry in connection.session_relevance_xml(relevance).besobj.Query.Result.Tuple
]
said["json"] = connection.session_relevance_json_array(relevance)
said["unknown"] = connection.session_relevance_array("names of bes wizards")[0]
action = f"""<?xml version="1.0" encoding="UTF-8"?>
<BES xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="BES.xsd">
<SourcedFixletAction><SourceFixlet><Sitename>Server Automation</Sitename><FixletID>116</FixletID><Action>Action1</Action></SourceFixlet>
<Target><ComputerID>{fixlet_computer}</ComputerID></Target><Title>by besapi</Title></SourcedFixletAction></BES>"""
reply = connection.post("actions", data=action.encode(), validate_xml=True)
said["replies"]["actions"] = besapi.validate_xsd(reply.text.encode())
said["action"] = int(reply.besobj.Action.ID)
for path in ("actions", "computers", "sites", "fixlets/external/Server Automation", f"action/{said['action']}/status"):
    said["replies"][path.split("/")[0]] = besapi.validate_xsd(connection.get(path).text.encode())
said["replies"]["definition"] = besapi.validate_xsd(connection.get("baseline/custom/Cluster patches/501").text.encode())
said["replies"]["query"] = besapi.validate_xsd(connection.session_relevance_xml(relevance).text.encode())
status = ""
while status in ("", "Running", "Evaluating", "Not Reported"):
    results = connection.get(f"action/{said['action']}/status").besobj.ActionResults
    status = str(results.Computer.Status) if hasattr(results, "Computer") else ""
said["status"] = status
print(json.dumps(said))
