$found = @(Get-Service -Name $v['service'] -ErrorAction SilentlyContinue)
if ($found.Count -eq 0) {
  Say 'state' 'absent'
  exit 0
}
$ledger = 'HKLM:\SOFTWARE\Understudy\Ledger'
if ($v['mark'] -ne '') {
  if (-not (Test-Path $ledger)) {
    New-Item -Path $ledger -Force | Out-Null
  }
  if ($v['value'] -ne '') {
    Set-ItemProperty -Path $ledger -Name $v['mark'] -Value $v['value']
  }
}
$running = $found[0].Status -eq 'Running'
if ($v['state'] -eq 'stopped' -and $running) {
  Stop-Service -Name $v['service'] -Force
}
if ($v['state'] -eq 'running' -and -not $running) {
  Start-Service -Name $v['service']
}
if ($v['state'] -eq 'restarted') {
  if ($running) {
    Stop-Service -Name $v['service'] -Force
  }
  Start-Service -Name $v['service']
}
if ($v['mark'] -ne '' -and $v['value'] -eq '') {
  Remove-ItemProperty -Path $ledger -Name $v['mark'] -ErrorAction SilentlyContinue
}
Say 'state' (Get-Service -Name $v['service']).Status
