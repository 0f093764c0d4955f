Say 'session' $env:SESSIONNAME
$account = [Security.Principal.WindowsIdentity]::GetCurrent()
Say 'account' $account.Name
$principal = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList $account
Say 'administrator' $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
$os = Get-WmiObject -Class Win32_OperatingSystem
Say 'windows' ($os.Version + ' ' + $os.ServicePackMajorVersion)
foreach ($one in Get-WmiObject -Class Win32_QuickFixEngineering) {
  Say 'fix' $one.HotFixID
}
foreach ($one in Get-WmiObject -Class Win32_LogicalDisk) {
  Say 'disk' ($one.DeviceID + ' ' + $one.FreeSpace)
}
foreach ($line in $v['values'].Split([char]10)) {
  $words = $line.Split([char]9)
  $key = 'HKLM:\' + $words[0]
  if (Test-Path $key) {
    Say 'value' ($words[1] + "`t" + (Get-Item $key).GetValue($words[1]))
  }
}
foreach ($key in $v['keys'].Split([char]10)) {
  if (Test-Path ('HKLM:\' + $key)) {
    foreach ($name in (Get-Item ('HKLM:\' + $key)).GetValueNames()) {
      Say 'named' ($key + "`t" + $name)
    }
  }
}
foreach ($path in $v['files'].Split([char]10)) {
  if (Test-Path $path) {
    Say 'there' $path
  }
}
if (Test-Path 'HKLM:\SOFTWARE\Microsoft\Exchange\v8.0\HubTransportRole') {
  Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
  foreach ($one in Get-ReceiveConnector -Server $env:COMPUTERNAME) {
    if ($one -ne $null) {
      Say 'connector' $one.Name
    }
  }
}
foreach ($one in Get-WmiObject -Class Win32_Process) {
  Say 'program' $one.Name
}
foreach ($one in Get-ChildItem 'cert:\LocalMachine\My') {
  if ($one -ne $null) {
    Say 'certificate' ($one.NotAfter.ToString('yyyy-MM-dd') + ' ' + $one.Subject)
  }
}
