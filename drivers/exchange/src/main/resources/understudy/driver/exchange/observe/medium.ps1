foreach ($path in $v['paths'].Split([char]10)) {
  if (-not (Test-Path $path)) {
    Say 'missing' $path
  } else {
    $file = [IO.File]::OpenRead($path)
    $digest = [BitConverter]::ToString((New-Object -TypeName Security.Cryptography.SHA256Managed).ComputeHash($file))
    $file.Close()
    Say 'file' ($path + "`t" + $digest.Replace('-', '') + "`t" + (Get-Item $path).VersionInfo.FileVersion)
  }
}
Say 'architecture' $env:PROCESSOR_ARCHITECTURE
& schtasks.exe /query /tn $v['task'] | Out-Null
Say 'task' $LASTEXITCODE
