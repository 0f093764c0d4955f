Say 'name' $env:COMPUTERNAME
Say 'architecture' $env:PROCESSOR_ARCHITECTURE
$os = Get-WmiObject -Class Win32_OperatingSystem
Say 'boot' $os.LastBootUpTime
$ledger = 'HKLM:\SOFTWARE\Understudy\Ledger'
if (Test-Path $ledger) {
  $item = Get-Item $ledger
  foreach ($name in $item.GetValueNames()) {
    Say 'mark' ($name + ' ' + $item.GetValue($name))
  }
}
$setup = 'HKLM:\SOFTWARE\Microsoft\Exchange\Setup'
if (Test-Path $setup) {
  $store = (Get-Item $setup).GetValue('MsiInstallPath') + '\bin\store.exe'
  if (Test-Path $store) {
    Say 'binaries' (Get-Item $store).VersionInfo.FileVersion
  }
}
foreach ($role in 'MailboxRole', 'ClusteredMailboxServer') {
  $key = 'HKLM:\SOFTWARE\Microsoft\Exchange\v8.0\' + $role
  if (Test-Path $key) {
    $item = Get-Item $key
    foreach ($name in $item.GetValueNames()) {
      Say 'role' ($role + ' ' + $name + ' ' + $item.GetValue($name))
    }
  }
}
Say 'pending' (Get-Item 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager').GetValue('PendingFileRenameOperations')
foreach ($one in Get-WmiObject -Class Win32_Service) {
  Say 'service' ($one.Name + ' ' + $one.State + ' ' + $one.StartMode)
}
foreach ($one in Get-WmiObject -Class Win32_Process) {
  if ('Setup.com', 'ExSetup.exe', 'update.exe', 'xcopy.exe' -contains $one.Name) {
    Say 'installer' $one.Name
  }
  if ($one.Name -eq 'msiexec.exe' -and -not ($one.CommandLine -match '/V$')) {
    Say 'installer' $one.Name
  }
}
