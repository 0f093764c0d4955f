$ledger = 'HKLM:\SOFTWARE\Understudy\Ledger'
if ($v['value'] -ne '') {
  if (-not (Test-Path $ledger)) {
    New-Item -Path $ledger -Force | Out-Null
  }
  Set-ItemProperty -Path $ledger -Name $v['mark'] -Value $v['value']
}
$services = @(Get-WmiObject -Class Win32_Service)
foreach ($line in $v['services'].Split([char]10)) {
  $words = $line.Split([char]9)
  foreach ($one in $services) {
    if ($words.Count -eq 3 -and $one.Name -eq $words[0]) {
      if ($one.StartMode -ne $words[2]) {
        $type = $words[2].Replace('Auto', 'Automatic')
        Set-Service -Name $one.Name -StartupType $type
        Say 'repaired' ($one.Name + ' starts as before: ' + $words[2])
      }
      if ($words[1] -eq 'Running' -and $one.State -ne 'Running') {
        Start-Service -Name $one.Name
        Say 'repaired' ($one.Name + ' runs again')
      }
    }
  }
}
if ($v['mark'] -ne '' -and $v['value'] -eq '') {
  Remove-ItemProperty -Path $ledger -Name $v['mark'] -ErrorAction SilentlyContinue
}
